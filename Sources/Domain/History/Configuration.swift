/// Everything that a prompt says to a model: the one thing that revisions are versions of.
package struct Configuration: Sendable, Hashable, Codable {
    /// The idea as it was last worded.
    package var idea: Idea
    /// The English prompt.
    package var text: String
    /// What the model is told to leave out, for models with a field for it.
    package var negative: String?
    package var model: ModelName
    package var parameters: PromptParameters

    package init(
        idea: Idea, text: String, negative: String?, model: ModelName, parameters: PromptParameters
    ) {
        self.idea = idea
        self.text = text
        self.negative = negative
        self.model = model
        self.parameters = parameters
    }

    /// What the writer made of an idea.
    package init(of idea: Idea, draft: Draft) {
        self.init(
            idea: idea, text: draft.text, negative: draft.negative, model: draft.model,
            parameters: draft.parameters)
    }

    /// Whether both are the same bytes; `==` takes two spellings of `é` for one.
    package func isIdentical(to other: Self) -> Bool {
        text.utf8.elementsEqual(other.text.utf8) && FieldChange.changes(from: self, to: other).isEmpty
    }
}
