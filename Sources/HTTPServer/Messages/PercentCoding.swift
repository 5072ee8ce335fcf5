/// Percent-encoding (RFC 3986, section 2.1).
enum PercentCoding {
    /// Decodes, or returns nil when a `%` is not followed by two hexadecimal digits.
    static func decodeStrictly(_ raw: Substring.UTF8View) -> [UInt8]? {
        decode(raw, plusIsSpace: false, keepsBadPercent: false)
    }

    /// Decodes as a form: `+` is a space, and a bad `%` stands for itself (WHATWG URL, section 5.1).
    static func decodeForm(_ raw: some Collection<UInt8>) -> [UInt8] {
        decode(raw, plusIsSpace: true, keepsBadPercent: true) ?? []
    }

    private static func decode(
        _ raw: some Collection<UInt8>, plusIsSpace: Bool, keepsBadPercent: Bool
    ) -> [UInt8]? {
        // Most texts hold nothing to decode.
        let isPlain = { (byte: UInt8) in byte != UInt8(ascii: "%") && byte != UInt8(ascii: "+") }
        guard !raw.allSatisfy(isPlain) else { return Array(raw) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var rest = raw[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace:
                bytes.append(0x20)
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2).compactMap(\.hexDigitValue)
                if digits.count == 2 {
                    bytes.append(digits[0] << 4 | digits[1])
                    rest = rest.dropFirst(2)
                } else if keepsBadPercent {
                    bytes.append(byte)
                } else {
                    return nil
                }
            default:
                bytes.append(byte)
            }
        }
        return bytes
    }
}
