/// Bytes of JSON that is being written.
struct JSONBuffer {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1024) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(ascii letter: Unicode.Scalar) { bytes.append(UInt8(ascii: letter)) }

    /// Writes a word that needs no quotation marks, such as `true` or a number.
    mutating func append(word: String) { bytes.append(contentsOf: word.utf8) }

    mutating func append(number: Int) {
        guard number >= 0 else { return append(word: "\(number)") }
        let start = bytes.count
        var rest = number
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Writes a string byte for byte; what RFC 8259 wants escaped is.
    mutating func append(text: String) {
        var text = text
        append(ascii: "\"")
        text.withUTF8 { utf8 in
            var start = 0
            for (place, byte) in utf8.enumerated() where Self.isEscaped(byte) {
                bytes.append(contentsOf: utf8[start..<place])
                append(escaped: byte)
                start = place + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        append(ascii: "\"")
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func append(escaped byte: UInt8) {
        append(ascii: "\\")
        switch byte {
        case UInt8(ascii: "\n"): append(ascii: "n")
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        default:
            append(word: "u00")
            for half in [byte >> 4, byte & 15] { append(word: String(half, radix: 16)) }
        }
    }
}
