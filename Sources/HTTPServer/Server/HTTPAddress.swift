/// A numeric address and a port.
package struct HTTPAddress: Sendable, Hashable {
    package let host: String
    package let port: Int

    package init(host: String, port: Int) { (self.host, self.port) = (host, port) }
}

extension HTTPAddress: CustomStringConvertible {
    /// The address as the start of a URL: `http://127.0.0.1:8787`.
    package var description: String { url(isSecure: false) }

    /// The address as the start of a URL, with TLS or without.
    package func url(isSecure: Bool) -> String {
        let scheme = isSecure ? "https" : "http"
        return host.contains(":") ? "\(scheme)://[\(host)]:\(port)" : "\(scheme)://\(host):\(port)"
    }
}
