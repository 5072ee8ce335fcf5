import Foundation

/// The files of the source tree and the programs that `bench http` needs.
struct BenchFiles: Sendable {
    let wrk: String
    /// wrk's script.
    let load: String
    /// A Python that has FastAPI and uvicorn.
    let python: String
    let peer: String

    /// Looks for all of them.
    ///
    /// - Throws: ``BenchError`` that says what is missing and what brings it.
    init(_ settings: Settings) throws(BenchError) {
        wrk = try ProgramPath.find("wrk")
        let root = URL(filePath: Resources(settings).folder).deletingLastPathComponent()
        let folder = root.appending(path: "Benchmarks")
        load = folder.appending(path: "load.lua").path
        peer = folder.appending(path: "fastapi_least.py").path
        guard FileManager.default.fileExists(atPath: peer) else {
            throw BenchError("\(peer) is missing; run the program that was built in a clone of the project")
        }
        python = root.appending(path: "data/packages/bench-peers/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw .missing("FastAPI", remedy: root.appending(path: "scripts/bench-peers").path)
        }
    }
}
