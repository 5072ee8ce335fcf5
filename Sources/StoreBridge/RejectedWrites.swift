import Domain
import FoundationEssentials
import Glibc
import Synchronization

/// Acknowledged writes that the store refused when it was back, one line of JSON each, for a person to look
/// at: nothing that was acknowledged is thrown away.
final class RejectedWrites: Sendable {
    private struct Line: Codable {
        let reason: String
        let write: JournaledWrite
    }

    private let path: String
    private let added = Mutex(0)

    init(path: String) { self.path = path }

    var count: Int { added.withLock { $0 } }

    /// Adds a write and waits for the disk.
    func add(_ write: JournaledWrite, because error: StoreError) throws(StoreError) {
        do {
            let line = Line(reason: String(reflecting: error), write: write)
            try append(Array(try JSONEncoder().encode(line)) + [10])
            added.withLock { $0 += 1 }
        } catch {
            throw StoreError(.unavailable, "A refused write cannot be set aside", detail: "\(error)")
        }
    }

    /// Removes what was set aside of a prompt.
    func purge(_ id: Prompt.ID) throws(StoreError) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
        let kept = text.split(separator: "\n").filter { !$0.contains(id.rawValue) }
        do {
            try Data(kept.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw StoreError(.unavailable, "What was set aside cannot be purged", detail: "\(error)")
        }
    }

    private func append(_ bytes: [UInt8]) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw POSIXError.last }
        defer { close(file) }
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else { throw POSIXError.last }
    }
}

/// The last error of the system.
private struct POSIXError: Error, CustomStringConvertible {
    let description: String

    static var last: Self { Self(description: String(cString: strerror(errno))) }
}
