import CCrypto
import Domain

/// The names that things have in Redis; all begin with the same word.
struct RedisKeys: Sendable {
    /// What every name begins with.
    let prefix: String

    /// The name of the value of a key.
    func value(_ key: [UInt8]) -> [UInt8] { name("v", Self.digest(key)) }

    func lock(_ key: [UInt8]) -> [UInt8] { name("l", Self.digest(key)) }

    /// The counter that fences the locks of a key.
    func fence(_ key: [UInt8]) -> [UInt8] { name("f", Self.digest(key)) }

    /// The tokens whose change makes a key's value be one of the past.
    func epochs(of key: CacheKey) -> [[UInt8]] { Self.scopes(of: key).map(epoch) }

    /// The scopes that a key belongs to.
    static func scopes(of key: CacheKey) -> [CacheScope] {
        [.everything, .workspace(key.workspace)] + key.versions.map { .part(name: $0.name) }
    }

    func epoch(of scope: CacheScope) -> [UInt8] {
        switch scope {
        case .everything: [UInt8](redis: "\(prefix):e:all")
        case .workspace(let workspace): [UInt8](redis: "\(prefix):e:w:\(workspace.rawValue)")
        case .part(let name): [UInt8](redis: "\(prefix):e:p:\(name)")
        }
    }

    var channel: [UInt8] { [UInt8](redis: "\(prefix):push") }

    func named(_ kind: String, _ text: String) -> [UInt8] { [UInt8](redis: "\(prefix):\(kind):\(text)") }

    private func name(_ kind: String, _ digest: [UInt8]) -> [UInt8] {
        [UInt8](redis: "\(prefix):\(kind):") + digest
    }

    /// SHA-256 of a key in hexadecimal digits; the value carries the key itself beside it.
    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
        let digits = Array("0123456789abcdef".utf8)
        return digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
