import Foundation

/// A real redis-server of this machine on a free port, with nothing on the disk.
package final class RedisServer: Sendable {
    package struct DidNotStart: Error { let output: String }

    package let port: Int
    private let process: ChildProcess
    private let folder: TemporaryFolder

    /// Starts it and waits until it takes connections.
    ///
    /// - Parameters:
    ///   - port: A port to start on again after ``stop()``; a free one when nil.
    ///   - options: Options beside the port, such as `--maxmemory`.
    package init(port: Int? = nil, _ options: [String] = []) async throws {
        let port = try port ?? FreePort.find()
        folder = try TemporaryFolder()
        process = try ChildProcess(
            "/usr/bin/redis-server",
            [
                "--port", "\(port)", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir",
                folder.path,
            ]
                + options)
        guard await process.line(where: { $0.contains("Ready to accept connections") }) != nil else {
            throw DidNotStart(output: await process.ending().output)
        }
        self.port = port
    }

    package var url: String { "redis://127.0.0.1:\(port)" }

    /// Stops it; everything it held is gone.
    package func stop() async {
        process.send(SIGKILL)
        _ = await process.ending()
    }

    /// Has it stop answering, as a machine that hangs does.
    package func pause() { process.send(SIGSTOP) }

    package func resume() { process.send(SIGCONT) }

    /// One server for all suites of a process; each uses a prefix of its own.
    package static let common = Task { try await RedisServer() }
}

/// A socket that listens on a free port of 127.0.0.1.
final class Listener: Sendable {
    struct NoPort: Error {}

    let descriptor: Int32
    let port: Int

    init() throws {
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && listen(descriptor, 64) == 0
                    ? getsockname(descriptor, pointer, &length) : -1
            }
        }
        guard code == 0 else { throw NoPort() }
        self.descriptor = descriptor
        port = Int(in_port_t(bigEndian: address.sin_port))
    }

    func close() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        Glibc.close(descriptor)
    }
}
