import Domain
import FoundationEssentials

/// One line of a bundle: exactly one of its members is there.
struct BundleLine: Codable, Sendable {
    /// The first line: what the file is.
    struct Header: Codable, Sendable {
        let format: String
        /// Of the lines behind it; a reader refuses a greater one.
        let version: Int
        let createdAt: Timestamp

        static let formatName = "reprise-bundle"
        static let currentVersion = 1
    }

    /// What a workspace asks of its labels.
    struct Rule: Codable, Sendable, Hashable {
        let workspace: Workspace
        let rule: LabelRule
    }

    /// The last line: what must have come before it.
    struct Manifest: Codable, Sendable, Hashable {
        var prompts = 0
        var jobs = 0
        var rules = 0
        /// SHA-256 of every byte before this line, in hexadecimal.
        var sha256 = ""
    }

    var header: Header?
    var prompt: PromptHistory?
    var job: VideoJob?
    var rule: Rule?
    var manifest: Manifest?

    /// The line as bytes, with its end.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }

    /// Reads a line.
    ///
    /// - Throws: ``ExchangeError`` naming its number.
    init(_ bytes: Data, number: Int) throws {
        do {
            self = try JSONDecoder().decode(Self.self, from: bytes)
        } catch {
            throw ExchangeError("line \(number) of the bundle cannot be read: \(error)")
        }
    }

    init() {}
}
