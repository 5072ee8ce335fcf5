/// A word of a text as search compares it, with its place.
struct SpottedWord: Sendable, Hashable {
    /// The forms it is found by: a stem, a morpheme, the parts of a compound.
    let forms: [String]
    /// Bytes of the composed text's UTF-8.
    let place: Range<Int>
    /// Whether it stands in any idea, such as "the" or "영상".
    let isCommon: Bool
}
