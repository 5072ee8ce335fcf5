import CPOSIX
import Foundation
import Glibc

/// One real `mongod` on a free port of this machine, with a folder of its own.
///
/// It ends with the thread that started it, so also with the test's process, however that ends.
package final class MongodProcess: Sendable {
    /// Where `scripts/fetch-packages` puts it.
    package static let program = BuildProducts.package.appending(path: "data/packages/mongod/mongod").path

    /// Whether there is one.
    package static let isThere = FileManager.default.isExecutableFile(atPath: program)

    package static let reason = "mongod is not in data/packages; 'make test' fetches it"

    /// Host and port.
    package let address: String
    private let folder: String
    private let program: String
    private let words: [String]
    private let process = Held<ChildProcess?>(nil)

    /// - Parameters:
    ///   - folder: Where its data goes; must exist.
    ///   - set: The name of its replica set; nil for a server alone.
    ///   - host: Where it listens.
    ///   - namespace: The network namespace that it lives in; nil for this machine's.
    package init(
        folder: String, set: String?, host: String = "127.0.0.1", namespace: String? = nil,
        options: [String] = []
    ) throws {
        let port = try FreePort.find()
        address = "\(host):\(port)"
        self.folder = folder
        program = namespace == nil ? "/usr/bin/setpriv" : CutNetwork.program
        words =
            (namespace.map { ["netns", "exec", $0, "/usr/bin/setpriv"] } ?? []) + [
                "--pdeathsig", "KILL", Self.program, "--dbpath", folder, "--logpath", folder + "/log",
                "--logappend", "--port", "\(port)", "--bind_ip", host, "--nounixsocket",
                "--wiredTigerCacheSizeGB", "0.5", "--setParameter",
                "diagnosticDataCollectionEnabled=false", "--setParameter", "ttlMonitorEnabled=false",
            ] + (set.map { ["--replSet", $0, "--oplogSize", "200"] } ?? []) + options
    }

    /// Starts it; the calling thread must live as long as it.
    package func start() throws {
        let child = try ChildProcess(program, words)
        process.set(child)
    }

    package func send(_ signal: Int32) { process.get()?.send(signal) }

    /// Ends it as a power cut does.
    package func kill() async {
        let child = process.get()
        child?.send(SIGKILL)
        _ = await child?.ending()
        process.set(nil)
    }

    /// The end of its log, for a test that failed.
    package var log: String {
        ((try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "").suffix(4000).description
    }
}

/// Ports that nobody listens on.
package enum FreePort {
    package static func find() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
            }
        }
        guard code == 0 else { throw POSIXError(.EADDRINUSE) }
        return Int(in_port_t(bigEndian: address.sin_port))
    }
}
