import CUV
import Glibc

/// A numeric address in the system's form.
struct SocketAddress {
    private var storage = sockaddr_storage()

    /// Reads `127.0.0.1`, `::1`, or `localhost` as the former.
    init(host: String, port: Int) throws(HTTPServerError) {
        guard (0...65_535).contains(port) else {
            throw HTTPServerError(.invalidAddress, "The port \(port) is not one of 0 to 65535.")
        }
        let numeric = host == "localhost" ? "127.0.0.1" : host
        let code = withUnsafeMutablePointer(to: &storage) { pointer in
            let raw = UnsafeMutableRawPointer(pointer)
            return numeric.utf8.contains(UInt8(ascii: ":"))
                ? uv_ip6_addr(numeric, Int32(port), raw.assumingMemoryBound(to: sockaddr_in6.self))
                : uv_ip4_addr(numeric, Int32(port), raw.assumingMemoryBound(to: sockaddr_in.self))
        }
        guard code == 0 else {
            throw HTTPServerError(
                .invalidAddress, "The host '\(host)' is no numeric address, such as 127.0.0.1 or ::1.")
        }
    }

    /// The address that a socket is bound to.
    init?(of tcp: UnsafeMutablePointer<uv_tcp_t>) {
        var length = Int32(MemoryLayout<sockaddr_storage>.size)
        guard withPointer({ uv_tcp_getsockname(tcp, UnsafeMutablePointer(mutating: $0), &length) }) == 0
        else {
            return nil
        }
    }

    /// The address at the other end of a connection.
    init?(peerOf tcp: UnsafeMutablePointer<uv_tcp_t>) {
        var length = Int32(MemoryLayout<sockaddr_storage>.size)
        guard withPointer({ uv_tcp_getpeername(tcp, UnsafeMutablePointer(mutating: $0), &length) }) == 0
        else {
            return nil
        }
    }

    mutating func withPointer<Value>(_ body: (UnsafePointer<sockaddr>) -> Value) -> Value {
        withUnsafeMutablePointer(to: &storage) {
            body(UnsafeRawPointer($0).assumingMemoryBound(to: sockaddr.self))
        }
    }

    /// The address as text and number.
    var address: HTTPAddress? {
        var copy = storage
        var name = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN) + 1)
        let port = withUnsafePointer(to: &copy) { pointer -> UInt16? in
            let raw = UnsafeRawPointer(pointer)
            let isSix = pointer.pointee.ss_family == sa_family_t(AF_INET6)
            let six = raw.assumingMemoryBound(to: sockaddr_in6.self)
            let four = raw.assumingMemoryBound(to: sockaddr_in.self)
            let code = isSix ? uv_ip6_name(six, &name, name.count) : uv_ip4_name(four, &name, name.count)
            guard code == 0 else { return nil }
            return isSix ? six.pointee.sin6_port : four.pointee.sin_port
        }
        guard let port else { return nil }
        let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return HTTPAddress(host: host, port: Int(UInt16(bigEndian: port)))
    }
}
