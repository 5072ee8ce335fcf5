import Foundation

/// Whether somebody could listen on a port.
enum PortCheck: Equatable {
    case free, taken
    case refused(String)

    /// Binds it for a moment; port 0 is always free.
    static func state(host: String, port: Int) -> PortCheck {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, "\(port)", &hints, &found)
        guard code == 0, let address = found else { return .refused(String(cString: gai_strerror(code))) }
        defer { freeaddrinfo(found) }
        let socket = socket(
            address.pointee.ai_family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(socket) }
        // As the server does, so that connections which have just ended are no obstacle.
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(socket, address.pointee.ai_addr, address.pointee.ai_addrlen) != 0 else {
            return listen(socket, 1) == 0 ? .free : .taken
        }
        return errno == EADDRINUSE ? .taken : .refused(String(cString: strerror(errno)))
    }
}
