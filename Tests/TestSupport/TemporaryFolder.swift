import Foundation

/// A folder of its own for one test; it goes away with its last owner.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "reprise-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        // What is just being closed may take its own files away in between, which stops the removal.
        for _ in 0..<5 where FileManager.default.fileExists(atPath: path) {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// Returns the path of an entry of the folder.
    package func file(_ name: String) -> String { path + "/" + name }
}
