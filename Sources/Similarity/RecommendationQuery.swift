package import Domain

/// An idea for which past prompts are wanted.
package struct RecommendationQuery: Sendable {
    package var workspace: Workspace
    /// The idea, in its own language.
    package var idea: String
    /// The idea in plain English.
    package var english: String
    /// Content words of the idea in dictionary form.
    package var terms: [String]
    /// The idea understood; nil when nobody has read it yet.
    package var scene: Scene?
    /// The embedding of its meaning, by the same embedder as the entries'.
    package var vector: [Float]?
    /// The pieces of its content words, by an embedder that knows them.
    package var pieces: [UInt16]
    /// Only prompts that have all of these.
    package var facets: Set<Facet>
    /// When it is asked, so that newer prompts may count a little more; nil leaves age out.
    package var now: Timestamp?

    package init(
        workspace: Workspace, idea: String, english: String = "", terms: [String], scene: Scene? = nil,
        vector: [Float]? = nil, pieces: [UInt16] = [], facets: Set<Facet> = [], now: Timestamp? = nil
    ) {
        self.workspace = workspace
        self.idea = idea
        self.english = english
        self.terms = terms
        self.scene = scene
        self.vector = vector
        self.pieces = pieces
        self.facets = facets
        self.now = now
    }
}
