package import Domain

/// An edit that is proposed for a text, ready to be applied.
package struct SuggestedEdit: Sendable, Hashable {
    package let rule: EditRule
    /// The way from the text to the suggestion.
    package let diff: Diff
    /// The text with the edit made.
    package let text: String
}
