import Domain
import Foundation

/// What one instance tells the others through Redis.
enum PushMessage: Sendable, Hashable {
    /// A part of the cache was forgotten.
    case scope(CacheScope)
    /// There may be a job to do.
    case jobs
    /// Two ideas are not the same.
    case split(Split)

    var bytes: [UInt8] {
        switch self {
        case .scope(.everything): [UInt8](redis: "all")
        case .scope(.workspace(let workspace)): [UInt8](redis: "workspace:\(workspace.rawValue)")
        case .scope(.part(let name)): [UInt8](redis: "part:\(name)")
        case .jobs: [UInt8](redis: "jobs")
        case .split(let split): [UInt8](redis: "split:") + SplitCodec.bytes(of: split)
        }
    }

    /// Reads a message; nil when it is none of ours.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        if text == "all" {
            self = .scope(.everything)
        } else if text == "jobs" {
            self = .jobs
        } else if text.hasPrefix("workspace:") {
            self = .scope(.workspace(Workspace(rawValue: String(text.dropFirst("workspace:".count)))))
        } else if text.hasPrefix("part:") {
            self = .scope(.part(name: String(text.dropFirst("part:".count))))
        } else if text.hasPrefix("split:"), let split = SplitCodec.split(Array(bytes.dropFirst(6))) {
            self = .split(split)
        } else {
            return nil
        }
    }
}

/// A split as JSON.
enum SplitCodec {
    static func bytes(of split: Split) -> [UInt8] { (try? Array(JSONEncoder().encode(split))) ?? [] }

    static func split(_ bytes: [UInt8]) -> Split? { try? JSONDecoder().decode(Split.self, from: Data(bytes)) }
}
