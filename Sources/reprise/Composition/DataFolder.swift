import Domain
import Foundation

/// The folder of everything that the service keeps.
struct DataFolder: Sendable {
    let path: String

    /// Makes the folder and those inside when they are missing.
    ///
    /// - Throws: ``StoreError`` that names the folder when it cannot be made or written.
    init(_ path: String) throws(StoreError) {
        self.path = path
        for folder in [path, videos, pictures, allWork] {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw Self.notWritable(folder, because: "\(error)")
            }
            guard access(folder, W_OK | X_OK) == 0 else {
                throw Self.notWritable(folder, because: String(cString: strerror(errno)))
            }
        }
        removeForgottenWork()
    }

    /// Finished videos.
    var videos: String { "\(path)/videos" }
    /// What a provider of the plan of faults was asked for.
    var faults: String { "\(path)/faults" }
    /// What was spent on videos.
    var ledger: String { "\(path)/ledger.jsonl" }
    /// Pictures that videos start from and end with.
    var pictures: String { "\(path)/pictures" }
    /// What the renderer of this process is working on.
    var work: String { "\(allWork)/\(getpid())" }

    private var allWork: String { "\(path)/work" }

    /// Removes what renderers of processes that have ended left behind.
    private func removeForgottenWork() {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: allWork)) ?? []
        for folder in folders {
            guard let owner = pid_t(folder), kill(owner, 0) == 0 || errno == EPERM else {
                try? FileManager.default.removeItem(atPath: "\(allWork)/\(folder)")
                continue
            }
        }
    }

    private static func notWritable(_ folder: String, because reason: String) -> StoreError {
        StoreError(
            .unavailable, "The data folder \(folder) cannot be written; choose another with --data-dir",
            detail: reason)
    }
}
