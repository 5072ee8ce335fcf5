/// A text as comparisons see it.
package struct ComparableText: Sendable {
    /// As it was written, in its own language.
    package let text: String
    /// Content words in dictionary form, such as Korean morphemes without particles.
    package let terms: [String]
    /// The same in plain English.
    package let english: String
    /// The embedding of the English; nil when there is none.
    package let vector: [Float]?

    package init(text: String, terms: [String], english: String, vector: [Float]?) {
        self.text = text
        self.terms = terms
        self.english = english
        self.vector = vector
    }
}
