package import Domain

/// A past prompt as the recommender sees it.
package struct RecommendationEntry: Sendable {
    package var prompt: Prompt.ID
    package var workspace: Workspace
    /// Number of the revision that ``text`` is.
    package var revision: Int
    /// The idea it was written for, in its own language.
    package var idea: String
    /// The idea in plain English.
    package var english: String
    /// The English prompt, as last saved.
    package var text: String
    package var scene: Scene
    /// Content words of the idea in dictionary form, such as Korean morphemes without particles.
    package var terms: [String]
    /// The embedding of its meaning, of length one; nil when there is no embedder.
    package var vector: [Float]?
    /// The embeddings of its sentences; none when it is only one.
    package var passages: [[Float]]
    /// The pieces of its content words, by an embedder that knows them.
    package var pieces: [UInt16]
    /// What it can be filtered by.
    package var facets: Set<Facet>
    /// What came of it so far.
    package var outcome: Outcome

    package init(
        prompt: Prompt.ID, workspace: Workspace, revision: Int, idea: String, english: String = "",
        text: String, scene: Scene, terms: [String], vector: [Float]? = nil, passages: [[Float]] = [],
        pieces: [UInt16] = [], facets: Set<Facet> = [], outcome: Outcome = Outcome()
    ) {
        self.prompt = prompt
        self.workspace = workspace
        self.revision = revision
        self.idea = idea
        self.english = english
        self.text = text
        self.scene = scene
        self.terms = terms
        self.vector = vector
        self.passages = passages
        self.pieces = pieces
        self.facets = facets
        self.outcome = outcome
    }
}
