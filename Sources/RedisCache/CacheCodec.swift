import CZlib
import Domain
import Foundation

/// How a prompt lies in Redis: a head, the whole key, and the prompt as deflated JSON.
///
/// The head is `RPC1`, the stamp and the epoch, a checksum over everything behind it, then lifetime and
/// grace in milliseconds and the lengths of key, JSON and deflated JSON; all numbers little-endian. What
/// does not fit in every point is unreadable, and unreadable is a miss.
enum CacheCodec {
    /// Bytes from the start that tell the stamp and the epoch.
    static let standingBytes = 20
    private static let magic = Array("RPC1".utf8)
    private static let headBytes = 56

    static func encode(_ answer: CachedAnswer, lifetime: Duration, grace: Duration, for key: [UInt8]) throws
        -> [UInt8]
    {
        let json = Array(try JSONEncoder().encode(answer.prompt))
        let body = try deflated(json)
        var rest: [UInt8] = []
        rest.add(UInt64(bitPattern: lifetime.milliseconds))
        rest.add(UInt64(bitPattern: grace.milliseconds))
        rest.add(UInt32(key.count))
        rest.add(UInt32(json.count))
        rest.add(UInt32(body.count))
        rest += key
        rest += body
        var bytes = magic
        bytes.add(answer.stamp)
        bytes.add(answer.epoch)
        bytes.add(Checksum.of(rest))
        return bytes + rest
    }

    /// Reads a value.
    ///
    /// - Parameters:
    ///   - key: The key it was looked up by; a value of another key is unreadable.
    ///   - keptFor: How long Redis will keep it.
    /// - Returns: nil when it is unreadable.
    static func decode(_ bytes: [UInt8], for key: [UInt8], keptFor: Duration) -> CachedAnswer? {
        guard bytes.count >= headBytes, bytes.starts(with: magic),
            let (stamp, epoch) = standing(of: Array(bytes.prefix(standingBytes))),
            bytes.number(UInt64.self, at: 20) == Checksum.of(Array(bytes[28...]))
        else { return nil }
        let grace = Duration.milliseconds(Int64(bitPattern: bytes.number(UInt64.self, at: 36)))
        let lifetime = Duration.milliseconds(Int64(bitPattern: bytes.number(UInt64.self, at: 28)))
        let keyCount = Int(bytes.number(UInt32.self, at: 44))
        let (jsonCount, bodyCount) = (
            Int(bytes.number(UInt32.self, at: 48)), Int(bytes.number(UInt32.self, at: 52))
        )
        let bodyStart = headBytes + keyCount
        guard bytes.count == bodyStart + bodyCount, bytes[headBytes..<bodyStart].elementsEqual(key),
            let json = inflated(Array(bytes[bodyStart...]), count: jsonCount),
            let prompt = try? JSONDecoder().decode(CachedPrompt.self, from: Data(json))
        else { return nil }
        let kept = min(keptFor, lifetime + grace)
        return CachedAnswer(
            prompt: prompt, freshFor: kept - grace, keptFor: kept, stamp: stamp, epoch: epoch)
    }

    /// Reads the stamp and the epoch from the first bytes of a value; nil when they are none.
    static func standing(of bytes: [UInt8]) -> (stamp: UInt64, epoch: UInt64)? {
        guard bytes.count == standingBytes, bytes.starts(with: magic) else { return nil }
        return (bytes.number(UInt64.self, at: 4), bytes.number(UInt64.self, at: 12))
    }

    private static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(count))
        guard compress2(&result, &count, bytes, uLong(bytes.count), 1) == Z_OK else {
            throw RedisError.broken("a prompt could not be deflated")
        }
        return Array(result.prefix(Int(count)))
    }

    /// The most that a prompt may take when it is inflated, in bytes.
    private static let maximumBytes = 16 << 20

    private static func inflated(_ bytes: [UInt8], count: Int) -> [UInt8]? {
        guard count <= maximumBytes else { return nil }
        var result = [UInt8](repeating: 0, count: max(1, count))
        var length = uLong(result.count)
        guard uncompress(&result, &length, bytes, uLong(bytes.count)) == Z_OK, Int(length) == count else {
            return nil
        }
        return Array(result.prefix(count))
    }
}

/// The 64-bit FNV-1a hash over words of eight bytes, mixed; it finds damage, not malice.
enum Checksum {
    static func of(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        bytes.withUnsafeBytes { all in
            var offset = 0
            while offset + 8 <= all.count {
                hash = mixed(hash ^ all.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
                offset += 8
            }
            for byte in all[offset...] { hash = mixed(hash ^ UInt64(byte)) }
        }
        return hash ^ UInt64(bytes.count)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0xFF51_AFD7_ED55_8CCD
        return product ^ (product >> 32)
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}

extension [UInt8] {
    fileprivate mutating func add(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number {
        withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type)) }
    }
}
