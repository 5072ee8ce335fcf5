import Glibc

/// A redis-server for a measurement, on a free port and with nothing on the disk.
struct RedisChild {
    let port: UInt16
    private let child: Child

    init(folder: String, among children: Children) throws(BenchError) {
        port = try Self.freePort()
        child = try Child(
            try ProgramPath.find("redis-server"),
            [
                "--port", "\(port)", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir",
                folder,
            ],
            folder: folder, among: children)
        while let line = try child.line(within: .seconds(10)) {
            if line.contains("Ready to accept connections") { return }
        }
        throw child.failure("ended before it served")
    }

    /// Asks the kernel for a port that nobody listens on.
    private static func freePort() throws(BenchError) -> UInt16 {
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(socket, pointer, length) == 0 ? getsockname(socket, pointer, &length) : -1
            }
        }
        guard code == 0 else { throw BenchError("no port is free") }
        return UInt16(bigEndian: address.sin_port)
    }
}
