import Glibc

/// An address that a connection goes to, and whether it belongs to the public network.
struct NetworkAddress: Sendable, Hashable {
    /// 4 or 16 bytes.
    let bytes: [UInt8]

    /// Reads an address of the socket functions; nil for other kinds than IP.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    /// Reads a literal in any form that the system's resolver takes, `127.1` and `0x7f000001` included; nil
    /// for a name.
    init?(literal text: String) {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        var six = in6_addr()
        if inet_pton(AF_INET6, String(bare.prefix { $0 != "%" }), &six) == 1 {
            bytes = withUnsafeBytes(of: six) { Array($0) }
            return
        }
        var four = in_addr()
        guard inet_aton(bare, &four) != 0 else { return nil }
        bytes = withUnsafeBytes(of: four) { Array($0) }
    }

    /// Whether it can be reached from everywhere: not this machine, not a private network, not reserved
    /// (the registries of RFC 6890).
    var isPublic: Bool {
        bytes.count == 4 ? Self.isPublic(four: bytes[...]) : isPublicSix
    }

    private static let privateFour: [(prefix: [UInt8], bits: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12),
        ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15),
        ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 4), ([240], 4),
    ]

    private static let privateSix: [(prefix: [UInt8], bits: Int)] = [
        // Only 2000::/3 is given out; of it these are not for everybody.
        ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF], 20),
    ]

    private static func isPublic(four bytes: ArraySlice<UInt8>) -> Bool {
        !privateFour.contains { Self.matches(bytes, $0.prefix, bits: $0.bits) }
    }

    private var isPublicSix: Bool {
        let zeros = [UInt8](repeating: 0, count: 10)
        // IPv4 in IPv6: mapped, through NAT64, and 6to4. What is inside decides.
        if bytes.starts(with: zeros + [0xFF, 0xFF]) { return Self.isPublic(four: bytes[12...]) }
        if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B] + zeros.prefix(8)) {
            return Self.isPublic(four: bytes[12...])
        }
        if bytes.starts(with: [0x20, 0x02]) { return Self.isPublic(four: bytes[2..<6]) }
        return Self.matches(bytes[...], [0x20], bits: 3)
            && !Self.privateSix.contains { Self.matches(bytes[...], $0.prefix, bits: $0.bits) }
    }

    /// Whether the first bits are those of a prefix; bytes that it does not name are zero.
    private static func matches(_ bytes: ArraySlice<UInt8>, _ prefix: [UInt8], bits: Int) -> Bool {
        (0..<(bits + 7) / 8).allSatisfy { index in
            let mask = bits - index * 8 >= 8 ? 0xFF : UInt8(truncatingIfNeeded: 0xFF00 >> (bits - index * 8))
            let wanted = index < prefix.count ? prefix[index] : 0
            return bytes[bytes.startIndex + index] & mask == wanted & mask
        }
    }
}
