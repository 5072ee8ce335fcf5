package import Domain
import FoundationEssentials
import Glibc

/// What a paid provider accepted, one file a submission; it outlives whoever asked.
///
/// Each acceptance adds a line, so that a test can count how often something was paid for.
package struct SubmissionLedger: Sendable {
    private let folder: String

    /// - Throws: ``ProviderError/Code/storage``.
    package init(folder: String) throws(ProviderError) {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw ProviderError(.storage, "The ledger cannot be made", detail: "\(error)")
        }
    }

    func accept(_ name: SubmissionName, _ request: VideoRequest) throws(ProviderError) {
        guard let line = try? JSONEncoder().encode(request) + [UInt8(ascii: "\n")] else {
            throw ProviderError(.invalidRequest, "The request cannot be written as JSON")
        }
        let file = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer { if file >= 0 { close(file) } }
        guard file >= 0, line.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == line.count else {
            throw ProviderError(.storage, "The ledger cannot be written")
        }
    }

    func accepted(_ name: String) throws(ProviderError) -> (SubmissionName, VideoRequest)? {
        let words = name.split(separator: "-").map(String.init)
        guard words.count == 2, let job = VideoJob.ID(words[0]), let attempt = Int(words[1]),
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
            let line = data.split(separator: UInt8(ascii: "\n")).first
        else { return nil }
        guard let request = try? JSONDecoder().decode(VideoRequest.self, from: Data(line)) else {
            throw ProviderError(.transient, "The ledger cannot be read")
        }
        return (SubmissionName(job: job, attempt: attempt), request)
    }
}
