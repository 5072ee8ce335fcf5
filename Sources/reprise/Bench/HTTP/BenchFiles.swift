import Foundation

/// The files of the source tree and the programs that `bench http` needs.
struct BenchFiles: Sendable {
    let wrk: String
    /// wrk's script.
    let load: String
    /// FastAPI and uvicorn.
    let peer: PeerScript

    /// Looks for all of them.
    ///
    /// - Throws: ``BenchError`` that says what is missing and what brings it.
    init(_ settings: Settings) throws(BenchError) {
        wrk = try ProgramPath.find("wrk")
        peer = try PeerScript("fastapi_least.py", settings)
        load = URL(filePath: peer.path).deletingLastPathComponent().appending(path: "load.lua").path
    }

    /// Another file of the folder that the peer lies in.
    func beside(_ name: String) -> String {
        URL(filePath: peer.path).deletingLastPathComponent().appending(path: name).path
    }
}
