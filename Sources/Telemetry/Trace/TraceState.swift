/// The header `tracestate` (W3C Trace Context, section 3.3).
enum TraceState {
    private static let mostMembers = 32

    /// Joins all headers of the name in their order.
    ///
    /// - Returns: The members without the blanks around them; nil when a member breaks a rule, a key comes
    ///   twice, or there are more than 32.
    static func joined(_ headers: [String]) -> String? {
        let members = headers.joined(separator: ",").utf8.split(separator: UInt8(ascii: ","))
            .map(trimmed).filter { !$0.isEmpty }
        guard members.count <= mostMembers else { return nil }
        var keys: Set<[UInt8]> = []
        for member in members {
            guard let equals = member.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let (key, value) = (member[..<equals], member[member.index(after: equals)...])
            guard isKey(key), isValue(value), keys.insert(Array(key)).inserted else { return nil }
        }
        return members.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
    }

    private static func trimmed(_ member: Substring.UTF8View) -> Substring.UTF8View {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let start = member.drop(while: isBlank)
        guard let end = start.lastIndex(where: { !isBlank($0) }) else { return start.prefix(0) }
        return start[...end]
    }

    /// A key of one vendor, or `tenant@system`.
    private static func isKey(_ key: Substring.UTF8View) -> Bool {
        let parts = key.split(
            separator: UInt8(ascii: "@"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.allSatisfy(isOfKey) }), let first = parts[0].first else { return false }
        switch parts.count {
        case 1: return isLetter(first) && key.count <= 256
        case 2:
            return (1...241).contains(parts[0].count) && (isLetter(first) || isDigit(first))
                && (1...14).contains(parts[1].count) && parts[1].first.map(isLetter) == true
        default: return false
        }
    }

    /// Visible ASCII and blanks without comma and equals sign; the last one is no blank.
    private static func isValue(_ value: Substring.UTF8View) -> Bool {
        (1...256).contains(value.count) && value.last != 0x20
            && value.allSatisfy {
                (0x20...0x7E).contains($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "=")
            }
    }

    private static func isOfKey(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "_-*/".utf8.contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
