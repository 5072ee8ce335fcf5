extension UInt8 {
    /// The lower-case form of an ASCII letter; every other byte as it is.
    var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// The value of a hexadecimal digit.
    var hexDigitValue: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x41...0x46: self &- 0x37
        case 0x61...0x66: self &- 0x57
        default: nil
        }
    }
}

extension String {
    /// Compares bytes, with ASCII letters in either case alike.
    func equalsIgnoringCase(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        for (left, right) in zip(utf8, other.utf8) where left != right {
            guard left.lowercasedASCII == right.lowercasedASCII else { return false }
        }
        return true
    }

    /// The text with its ASCII capitals made small.
    var lowercasedASCII: String { String(decoding: utf8.map(\.lowercasedASCII), as: UTF8.self) }

    /// The text without spaces and tabs at its ends.
    var trimmingBlanks: String {
        let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        guard let first = utf8.firstIndex(where: { !blank($0) }),
            let last = utf8.lastIndex(where: { !blank($0) })
        else { return "" }
        return String(self[first...last])
    }

    /// Decodes UTF-8 without repairing it.
    init?(strictUTF8 bytes: some Collection<UInt8>) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        self = text
    }
}
