/// The outline of a WebM file without pictures worth seeing: enough for whoever checks files.
package enum SampleVideo {
    /// A JPEG by its first and last bytes.
    package static let thumbnail: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

    /// A file with a block every half second.
    ///
    /// - Parameters:
    ///   - seconds: Until when blocks go on.
    ///   - promised: The length that the head tells; that of the blocks by default.
    ///   - type: The document's type.
    package static func webm(seconds: Int, promised: Int? = nil, type: String = "webm") -> [UInt8] {
        let head = element([0x1A, 0x45, 0xDF, 0xA3], element([0x42, 0x82], Array(type.utf8)))
        let length = Double((promised ?? seconds) * 1000).bitPattern
        let info = element(
            [0x15, 0x49, 0xA9, 0x66],
            element([0x2A, 0xD7, 0xB1], bytes(1_000_000, 4)) + element([0x44, 0x89], bytes(length, 8)))
        let clusters = (0..<seconds).flatMap { second in
            let blocks = [0, 500].flatMap { offset in
                element([0xA3], [0x81] + bytes(UInt64(offset), 2) + [0x80, 1, 2, 3])
            }
            return element(
                [0x1F, 0x43, 0xB6, 0x75], element([0xE7], bytes(UInt64(second * 1000), 4)) + blocks)
        }
        return head + element([0x18, 0x53, 0x80, 0x67], info + clusters)
    }

    private static func element(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] {
        // A size of eight bytes: the length descriptor is a 1 behind seven zeros.
        id + [0x01] + bytes(UInt64(content.count), 7) + content
    }

    private static func bytes(_ number: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
    }
}
