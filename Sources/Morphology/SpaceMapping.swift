/// Turns the white space that MeCab does not know into plain spaces, byte for byte.
///
/// Every byte of a no-break space, an ideographic space or a zero-width space becomes one space, so
/// that the offsets of all other characters stay what they were.
enum SpaceMapping {
    private static let others: [[UInt8]] = [
        [0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF],
    ]

    static func mapped(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x09 || bytes[index] == 0x0D { bytes[index] = 0x20 }
            let match = others.first { bytes[index...].starts(with: $0) }
            for offset in 0..<(match?.count ?? 0) { bytes[index + offset] = 0x20 }
            index += match?.count ?? 1
        }
        return bytes
    }
}
