/// The words that a prompt is found by, as search compares them.
///
/// They are made above the stores, so that every store finds the same.
package struct PromptWords: Sendable, Hashable, Codable {
    /// The most words of one field that are kept.
    package static let maximum = 512

    /// How they were made, such as `1 mecab-ko-dic 2.1.1`; words of different versions are not compared.
    package let version: String
    /// Of the idea, each once: letters, digits and marks, never empty.
    package let idea: [String]
    /// Of the English text and the translation, in the same form.
    package let text: [String]

    package init(version: String, idea: [String], text: [String]) {
        self.version = version
        self.idea = idea
        self.text = text
    }
}
