package import Domain

/// A past prompt as the recommender sees it.
package struct RecommendationEntry: Sendable {
    package var prompt: Prompt.ID
    package var workspace: Workspace
    /// Number of the revision that ``text`` is.
    package var revision: Int
    /// The idea it was written for, in its own language.
    package var idea: String
    /// The English prompt, as last saved.
    package var text: String
    package var scene: Scene
    /// Content words of the idea in dictionary form, such as Korean morphemes without particles.
    package var terms: [String]
    /// The embedding of its meaning, of length one; nil when there is no embedder.
    package var vector: [Float]?

    package init(
        prompt: Prompt.ID, workspace: Workspace, revision: Int, idea: String, text: String,
        scene: Scene, terms: [String], vector: [Float]? = nil
    ) {
        self.prompt = prompt
        self.workspace = workspace
        self.revision = revision
        self.idea = idea
        self.text = text
        self.scene = scene
        self.terms = terms
        self.vector = vector
    }
}

/// An idea for which past prompts are wanted.
package struct RecommendationQuery: Sendable {
    package var workspace: Workspace
    /// The idea, in its own language.
    package var idea: String
    /// Content words of the idea in dictionary form.
    package var terms: [String]
    /// The idea understood; nil when nobody has read it yet.
    package var scene: Scene?
    /// The embedding of its meaning, by the same embedder as the entries'.
    package var vector: [Float]?

    package init(
        workspace: Workspace, idea: String, terms: [String], scene: Scene? = nil, vector: [Float]? = nil
    ) {
        self.workspace = workspace
        self.idea = idea
        self.terms = terms
        self.scene = scene
        self.vector = vector
    }
}
