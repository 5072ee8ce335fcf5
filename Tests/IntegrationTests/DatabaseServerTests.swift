import Foundation
import TestSupport
import Testing

/// The MongoDB server that the store's contract is to be held against runs on this machine.
@Suite(.timeLimit(.minutes(5)), .enabled(if: Needs.mongod, "mongod is not in data/packages"))
struct DatabaseServerTests {
    @Test func `the pinned mongod starts on an empty folder and stops when asked`() async throws {
        let folder = try TemporaryFolder()
        let server = try ChildProcess(
            Needs.mongodProgram,
            ["--dbpath", folder.path, "--nounixsocket", "--port", "0", "--bind_ip", "127.0.0.1"])
        let ready = await server.line { $0.contains("Waiting for connections") }
        #expect(ready != nil)
        server.send(SIGTERM)
        let ending = await server.ending()
        #expect(ending.code == 0, "\(ending.output.suffix(500))")
    }
}
