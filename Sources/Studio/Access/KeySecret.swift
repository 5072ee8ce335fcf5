import Domain

/// The text that somebody shows: `rpk_`, ten characters that name the key, `_`, and the secret itself.
struct KeySecret: Sendable {
    /// What scanners of leaked secrets know it by.
    static let mark = "rpk_"
    private static let nameLength = 10
    private static let secretBits = 260

    let prefix: String
    let secret: Secret

    /// Makes one that was never there before.
    init(by hasher: any SecretHasher) {
        prefix = Self.mark + hasher.random(bits: Self.nameLength * 5)
        secret = Secret("\(prefix)_\(hasher.random(bits: Self.secretBits))")
    }

    /// Reads what somebody shows; nil for what is no key, whoever made it.
    init?(_ secret: Secret) {
        let text = secret.reveal()
        let length = Self.mark.utf8.count + Self.nameLength
        guard text.utf8.count == length + 1 + Self.secretBits / 5, text.hasPrefix(Self.mark),
            text.utf8.allSatisfy(Self.isExpected)
        else { return nil }
        prefix = String(decoding: text.utf8.prefix(length), as: UTF8.self)
        self.secret = secret
    }

    private static func isExpected(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
