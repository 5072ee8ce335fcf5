import Domain

/// What services call a submission that want names of their own kind.
extension SubmissionName {
    /// A UUID of version 8 (RFC 9562, section 5.8), always the same for the same submission.
    var uuid: String {
        var digest = HMACDigest.sha256(Array("reprise:\(description)".utf8))
        digest[6] = digest[6] & 0x0F | 0x80
        digest[8] = digest[8] & 0x3F | 0x80
        let text = Hexadecimal.text(Array(digest[..<16]))
        let digits = stride(from: 0, to: 32, by: 2).map { place in
            String(text.dropFirst(place).prefix(2))
        }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }

    /// The beginning of a file's name.
    var filePrefix: String { "reprise-\(description)" }
}
