import Foundation

/// A script of `Benchmarks/` and the Python that has what it needs.
struct PeerScript: Sendable {
    let python: String
    let path: String

    /// Looks for both.
    ///
    /// - Throws: ``BenchError`` that says what is missing and what brings it.
    init(_ name: String, _ settings: Settings) throws(BenchError) {
        let root = URL(filePath: Resources(settings).folder).deletingLastPathComponent()
        path = root.appending(path: "Benchmarks/\(name)").path
        guard FileManager.default.fileExists(atPath: path) else {
            throw BenchError("\(path) is missing; run the program that was built in a clone of the project")
        }
        python = root.appending(path: "data/packages/bench-peers/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw .missing("the peer", remedy: root.appending(path: "scripts/bench-peers").path)
        }
    }
}
