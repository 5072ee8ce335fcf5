/// What sort of file a service made, by its first bytes; what a server calls it is not believed.
package enum MediaKind: String, Sendable, Hashable, CaseIterable {
    case mp4, webm

    /// - Parameter head: At least the first 12 bytes.
    package init?(head: some Collection<UInt8>) {
        if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = .webm
        } else if head.dropFirst(4).starts(with: Array("ftyp".utf8)) {
            self = .mp4
        } else {
            return nil
        }
    }

    /// What the bytes seem to be when they are no video, for the message.
    static func description(of head: some Collection<UInt8>) -> String {
        let text = String(decoding: head.prefix(256), as: UTF8.self).lowercased()
        if head.isEmpty { return "an empty file" }
        if text.contains("<html") || text.contains("<!doctype") { return "a page of HTML" }
        if text.first == "{" || text.first == "[" { return "JSON" }
        if head.starts(with: Array("GIF8".utf8)) { return "a GIF" }
        if head.starts(with: Array("RIFF".utf8)) { return "an animated WebP or another RIFF file" }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) || head.starts(with: [0xFF, 0xD8]) {
            return "a still picture"
        }
        return "something else"
    }
}
