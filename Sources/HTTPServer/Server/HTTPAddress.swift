/// A numeric address and a port.
package struct HTTPAddress: Sendable, Hashable {
    package let host: String
    package let port: Int
}

extension HTTPAddress: CustomStringConvertible {
    /// The address as the start of a URL: `http://127.0.0.1:8787`.
    package var description: String {
        host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
    }
}
