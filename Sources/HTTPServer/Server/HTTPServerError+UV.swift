import CUV

extension HTTPServerError {
    /// Maps what libuv answers to bind and listen.
    init(uv code: Int32, _ configuration: HTTPConfiguration) {
        let place = HTTPAddress(host: configuration.host, port: configuration.port).description
        switch code {
        case UV_EADDRINUSE.rawValue:
            self.init(
                .portTaken,
                "Port \(configuration.port) on \(configuration.host) is taken by another program; "
                    + "stop it or choose another port.")
        case UV_EACCES.rawValue, UV_EPERM.rawValue:
            self.init(
                .notPermitted,
                "This user may not listen on port \(configuration.port); choose one above 1023.")
        case UV_EADDRNOTAVAIL.rawValue:
            self.init(
                .addressNotAvailable, "This machine does not have the address \(configuration.host).")
        default:
            let reason = uv_strerror(code).map { String(cString: $0) } ?? "error \(code)"
            self.init(.systemFailure, "The server cannot listen on \(place): \(reason).")
        }
    }
}
