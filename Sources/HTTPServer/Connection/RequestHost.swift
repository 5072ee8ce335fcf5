/// What a `Host` header says (RFC 9110, section 7.2; RFC 3986, section 3.2.2).
struct RequestHost: Sendable, Hashable {
    /// In small letters, an IPv6 address without its brackets; may be empty.
    let name: String
    /// Whether the name is an IPv4 or IPv6 address.
    let isNumeric: Bool

    /// Reads a name or an address, with an optional port; nil for everything else, such as user names.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let end: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let address = bytes[1..<close]
            guard address.count > 1, address.allSatisfy(Self.isAddressByte) else { return nil }
            name = String(decoding: address, as: UTF8.self).lowercasedASCII
            isNumeric = true
            end = close + 1
        } else {
            end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
            guard let decoded = Self.registeredName(bytes[..<end]) else { return nil }
            name = decoded
            isNumeric = Self.isIPv4(bytes[..<end])
        }
        guard Self.isPort(bytes[end...]) else { return nil }
    }

    private static func isPort(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let colon = rest.first else { return true }
        let digits = rest.dropFirst()
        return colon == UInt8(ascii: ":") && digits.count <= 5
            && digits.allSatisfy { (0x30...0x39).contains($0) }
            && (Int(String(decoding: digits, as: UTF8.self)) ?? 0) <= 65_535
    }

    private static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
            }
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        byte.hexDigitValue != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    /// Unreserved characters, sub-delimiters and percent-encoded bytes.
    private static func registeredName(_ bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
            case UInt8(ascii: "%"):
                guard rest.prefix(2).compactMap(\.hexDigitValue).count == 2 else { return nil }
                rest = rest.dropFirst(2)
            default:
                guard "-._~!$&'()*+,;=".utf8.contains(byte) else { return nil }
            }
        }
        return String(decoding: bytes, as: UTF8.self).lowercasedASCII
    }
}
