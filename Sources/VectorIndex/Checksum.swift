import Foundation

/// Tells whether a file is as it was written.
enum Checksum {
    /// FNV-1a over words of eight bytes, mixed.
    static func of(_ data: Data) -> UInt64 {
        data.withUnsafeBytes { bytes in
            var sum: UInt64 = 0xCBF2_9CE4_8422_2325
            var place = 0
            while place + 8 <= bytes.count {
                sum = (sum ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x100_0000_01B3
                sum ^= sum >> 29
                place += 8
            }
            while place < bytes.count {
                sum = (sum ^ UInt64(bytes[place])) &* 0x100_0000_01B3
                place += 1
            }
            return sum
        }
    }
}
