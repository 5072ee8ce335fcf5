package import Domain
import Foundation

/// Where a Redis is and how to get in, as a URL says it.
///
/// `redis://[user:password@]host[:port][/database]`, and `rediss://` for TLS, with `?ca=FILE` for
/// certificates beside the system's (https://www.iana.org/assignments/uri-schemes/prov/redis).
package struct RedisAddress: Sendable, Hashable {
    package let host: String
    package let port: Int
    package let database: Int
    package let user: String
    package let password: Secret
    package let usesTLS: Bool
    /// A file of certificates to trust beside the system's; empty for none.
    package let certificates: String

    /// Reads a URL.
    ///
    /// - Throws: ``InputError`` naming `field` when it is none of a Redis.
    package init(_ text: String, field: String = "redis-url") throws(InputError) {
        let expected = "a URL such as redis://user:password@host:6379/0, or rediss:// for TLS"
        guard let parts = URLComponents(string: text), let scheme = parts.scheme,
            ["redis", "rediss"].contains(scheme), let host = parts.host, !host.isEmpty
        else { throw InputError(field: field, code: .malformed, expected: expected) }
        let path = parts.path.split(separator: "/").map(String.init)
        guard path.count < 2, let database = Int(path.first ?? "0"), (0..<1_000_000).contains(database) else {
            throw InputError(field: field, code: .malformed, expected: expected)
        }
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        self.database = database
        port = parts.port ?? 6379
        user = parts.user ?? ""
        password = Secret(parts.password ?? "")
        usesTLS = scheme == "rediss"
        certificates = parts.queryItems?.first { $0.name == "ca" }?.value ?? ""
    }

    /// The place without the credentials, for people.
    package var name: String { "\(usesTLS ? "rediss" : "redis")://\(host):\(port)/\(database)" }
}
