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
    /// The embeddings of its sentences; none when it is only one.
    package let passages: [[Float]]
    /// The pieces of its content words, by an embedder that knows them.
    package let pieces: [UInt16]

    package init(
        text: String, terms: [String], english: String, vector: [Float]?, passages: [[Float]] = [],
        pieces: [UInt16] = []
    ) {
        self.text = text
        self.terms = terms
        self.english = english
        self.vector = vector
        self.passages = passages
        self.pieces = pieces
    }
}
