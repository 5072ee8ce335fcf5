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
        for folder in [path, videos, work] {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw Self.notWritable(folder, because: "\(error)")
            }
            guard access(folder, W_OK | X_OK) == 0 else {
                throw Self.notWritable(folder, because: String(cString: strerror(errno)))
            }
        }
    }

    /// Finished videos.
    var videos: String { "\(path)/videos" }
    /// What the renderer is working on.
    var work: String { "\(path)/work" }

    private static func notWritable(_ folder: String, because reason: String) -> StoreError {
        StoreError(
            .unavailable, "The data folder \(folder) cannot be written; choose another with --data-dir",
            detail: reason)
    }
}
