/// Finds quoted text in an idea.
enum Quotes {
    /// A quotation: the bytes with and without the marks.
    struct Quotation: Sendable {
        let outer: Range<Int>
        let inner: Range<Int>
        let text: String
        /// Whether its marks are also those of a word with stress, as '…' are.
        let isStress: Bool
    }

    private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
        "'": "'", "\"": "\"", "‘": "’", "“": "”", "「": "」", "『": "』", "«": "»", "《": "》", "〈": "〉",
    ]

    private static let stressing: Set<Unicode.Scalar> = ["'", "’", "»", "》", "〉"]

    /// The quotations in order; a mark without its partner is none.
    static func find(in text: String) -> [Quotation] {
        let scalars = Array(text.unicodeScalars)
        var offsets = [0]
        offsets.reserveCapacity(scalars.count + 1)
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        var found: [Quotation] = []
        var index = 0
        while index < scalars.count {
            guard let close = closing[scalars[index]], isOpening(index, in: scalars),
                let end = scalars[(index + 1)...].firstIndex(of: close), end > index + 1
            else {
                index += 1
                continue
            }
            var inner = String.UnicodeScalarView()
            inner.append(contentsOf: scalars[(index + 1)..<end])
            found.append(
                Quotation(
                    outer: offsets[index]..<offsets[end + 1], inner: offsets[index + 1]..<offsets[end],
                    text: String(inner), isStress: stressing.contains(close)))
            index = end + 1
        }
        return found
    }

    /// An apostrophe inside a word opens nothing.
    private static func isOpening(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        index == 0 || !scalars[index - 1].properties.isAlphabetic
    }
}
