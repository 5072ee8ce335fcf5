package import Domain
import Foundation

extension Idea {
    /// Makes an idea from text as somebody typed it: NFD is composed, white space around it is dropped.
    ///
    /// - Throws: ``InputError`` naming the field `idea`, as ``Idea/init(text:language:hints:)`` does.
    package init(typed text: String, hints: Hints = Hints()) throws(InputError) {
        // Checked before composing, so that a huge text costs nothing.
        guard text.utf8.count <= 4 * Self.maximumBytes else {
            throw InputError(
                field: "idea", code: .tooLong, expected: "at most \(Self.maximumCharacters) characters")
        }
        let composed = text.isSurelyComposed ? text : text.precomposedStringWithCanonicalMapping
        try self.init(text: composed.withoutOuterSpace, hints: hints)
    }
}

extension String {
    /// The text without white space around it.
    fileprivate var withoutOuterSpace: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard unicodeScalars.first.map(isSpace) == true || unicodeScalars.last.map(isSpace) == true else {
            return self
        }
        let inner = unicodeScalars.drop(while: isSpace)
        return String(
            inner.prefix(upTo: inner.lastIndex { !isSpace($0) }.map(inner.index(after:)) ?? inner.startIndex))
    }

    /// Whether every scalar is one that composing cannot change: Latin-1 or a whole Hangul syllable.
    fileprivate var isSurelyComposed: Bool {
        unicodeScalars.allSatisfy { $0.value < 0x300 || (0xAC00...0xD7A3).contains($0.value) }
    }
}
