import Foundation

/// A folder for what a measurement writes; it goes away with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws(BenchError) {
        let url = FileManager.default.temporaryDirectory.appending(path: "reprise-bench-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw BenchError("\(url.path) cannot be made: \(error)")
        }
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
