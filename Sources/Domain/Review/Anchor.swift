/// Some words of a revision that a comment is about.
package struct Anchor: Sendable, Hashable, Codable {
    package let revision: Int
    /// Where the words start, in bytes of the revision's UTF-8.
    package let start: Int
    /// How many bytes they have, at least 1.
    package let length: Int
    /// The words as they were.
    package let quote: String

    /// Takes words of a text.
    ///
    /// - Parameters:
    ///   - start: In bytes of UTF-8.
    ///   - length: In bytes of UTF-8, at least 1.
    ///   - text: The revision's text.
    ///   - revision: Its number.
    /// - Throws: ``InputError`` naming `start` or `length` when they reach beyond the text or cut a
    ///   character.
    package init(start: Int, length: Int, of text: String, revision: Int) throws(InputError) {
        let bytes = Array(text.utf8)
        guard (0..<max(1, bytes.count)).contains(start) else {
            throw InputError(field: "start", code: .outOfRange, expected: "0 to \(max(0, bytes.count - 1))")
        }
        guard length >= 1, length <= bytes.count - start else {
            throw InputError(
                field: "length", code: .outOfRange, expected: "1 to \(max(1, bytes.count - start))")
        }
        guard let quote = String(validating: bytes[start..<start + length], as: UTF8.self) else {
            throw InputError(field: "start", code: .malformed, expected: "whole characters of UTF-8")
        }
        self.revision = revision
        self.start = start
        self.length = length
        self.quote = quote
    }
}

extension Diff {
    /// Follows some bytes of the old text into the new one.
    ///
    /// What is changed in their middle stays theirs; where a change reaches over their border, the rest
    /// is followed.
    ///
    /// - Returns: Where they are now; nil when none of them is left.
    package func follow(_ range: Range<Int>) -> Range<Int>? {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        var shift = (lower: 0, upper: 0)
        for operation in operations {
            let old = operation.old.start.utf8..<(operation.old.start.utf8 + operation.old.length.utf8)
            let growth = operation.new.length.utf8 - operation.old.length.utf8
            if old.lowerBound >= range.upperBound { break }
            if old.upperBound <= range.lowerBound {
                shift.lower += growth
                shift.upper += growth
            } else if old.lowerBound <= range.lowerBound, old.upperBound >= range.upperBound {
                return nil
            } else if old.lowerBound <= range.lowerBound {
                lower = old.upperBound
                shift.lower += growth
                shift.upper += growth
            } else if old.upperBound >= range.upperBound {
                upper = old.lowerBound
            } else {
                shift.upper += growth
            }
        }
        return lower < upper ? (lower + shift.lower)..<(upper + shift.upper) : nil
    }
}
