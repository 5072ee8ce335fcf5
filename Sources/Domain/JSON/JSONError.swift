/// Why some bytes are no JSON that is read here.
package struct JSONError: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        case unexpectedEnd
        case unexpected(UInt8)
        case somethingBehind
        case notUTF8
        case loneSurrogate
        case controlCharacter
        case badEscape
        /// Its exponent has more digits than any number needs.
        case numberTooLarge
        case duplicateName(String)
        /// Arrays and objects lie deeper in one another than this.
        case tooDeep(most: Int)
        /// There are more bytes than this.
        case tooLong(most: Int)
    }

    package let reason: Reason
    /// Bytes in front of the place.
    package let offset: Int
}

extension JSONError: CustomStringConvertible {
    package var description: String { "no sound JSON: \(sentence) at byte \(offset)" }

    private var sentence: String {
        switch reason {
        case .unexpectedEnd: "it ends too early"
        case .unexpected(let byte) where (0x21...0x7E).contains(byte):
            "“\(Character(Unicode.Scalar(byte)))” does not belong"
        case .unexpected(let byte): "byte 0x\(String(byte, radix: 16, uppercase: true)) does not belong"
        case .somethingBehind: "there is more behind the value"
        case .notUTF8: "the bytes are not UTF-8"
        case .loneSurrogate: "half a character stands alone (a lone surrogate)"
        case .controlCharacter: "a control character in a string must be escaped"
        case .badEscape: "no such escape is known"
        case .numberTooLarge: "the number is too large"
        case .duplicateName(let name): "the name “\(name)” comes twice"
        case .tooDeep(let most): "it is nested more than \(most) deep"
        case .tooLong(let most): "there are more than \(most) bytes"
        }
    }
}
