import Domain
import HTTPServer

/// The strong tag of an answer (RFC 9110, section 8.8.3): `"<state>-<bytes>"`, or the second part alone.
///
/// The state says what a change is based on, such as the number of a prompt's newest revision, and is the
/// same in every language and form. The rest is a hash of the very bytes, so that two answers with the same
/// tag are equal byte for byte.
struct EntityTag: Sendable, Hashable {
    let state: String?
    let bytes: String?

    init(state: String?, of body: [UInt8]) {
        self.state = state
        bytes = Self.hash(of: body)
    }

    /// Reads what a client sends back, with or without quotes; a state alone is enough.
    init(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", maxSplits: 1).map { String($0.filter { $0 != "\"" }) }
        state = parts.first
        bytes = parts.count > 1 ? parts[1] : nil
    }

    /// The value of `ETag`.
    var text: String { "\"" + [state, bytes].compactMap(\.self).joined(separator: "-") + "\"" }

    /// FNV-1a, 64 bits: it tells versions of our own answers apart, and guards nothing.
    static func hash(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}

extension HTTPRequest {
    /// The tags of `If-Match`; nil without the header, empty for `*`.
    var wantedTags: [EntityTag]? {
        let lines = headers.values("If-Match")
        guard !lines.isEmpty else { return nil }
        let tags = lines.flatMap { $0.split(separator: ",") }.map(\.trimmed)
        return tags.contains("*") ? [] : tags.map { EntityTag($0) }
    }
}
