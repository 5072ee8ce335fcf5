import BlockingExecutor
import CCrypto
package import Domain

/// Hashes secrets with libcrypto.
///
/// scrypt runs on threads of its own, at most two at a time, so that a flood of wrong keys takes neither the
/// server's loop nor all memory.
package final class ScryptHasher: SecretHasher {
    private let cost: ScryptCost
    private let threads = BlockingPool(name: "scrypt", threads: 2)
    /// Dies with the process.
    private let markKey = ScryptHasher.randomBytes(32)

    package init(cost: ScryptCost = .standard) {
        precondition(cost.isBearable, "Nobody can pay for this hash")
        self.cost = cost
    }

    package func random(bits: Int) -> String {
        // Crockford's alphabet, small: no letter that is taken for a digit, and one double click takes all.
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
        return String(decoding: Self.randomBytes(bits / 5).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }

    package func hash(_ secret: Secret) async -> SecretHash {
        let (salt, cost) = (Self.randomBytes(16), cost)
        let digest = await threads.run { Self.scrypt(secret, salt: salt, cost: cost) }
        return ScryptRecord(cost: cost, salt: salt, digest: digest).hash
    }

    package func matches(_ secret: Secret, _ hash: SecretHash) async -> Bool {
        guard let record = ScryptRecord(hash) else { return false }
        let digest = await threads.run { Self.scrypt(secret, salt: record.salt, cost: record.cost) }
        return CRYPTO_memcmp(digest, record.digest, ScryptRecord.digestBytes) == 0
    }

    package func digest(_ secret: String) -> String {
        let bytes = Array(secret.utf8)
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let code = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
        precondition(code == 1 && length == 32, "libcrypto has no SHA-256")
        return Self.hexadecimal(digest)
    }

    package func mark(of secret: Secret) -> String {
        let bytes = Array(secret.reveal().utf8)
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        let result = HMAC(
            EVP_sha256(), markKey, Int32(markKey.count), bytes, bytes.count, &digest, &length)
        precondition(result != nil && length == 32, "libcrypto has no HMAC-SHA256")
        return Self.hexadecimal(digest)
    }

    package func areEqual(_ first: String, _ second: String) -> Bool {
        let (first, second) = (Array(first.utf8), Array(second.utf8))
        return first.count == second.count && CRYPTO_memcmp(first, second, first.count) == 0
    }

    private static func randomBytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        // Without chance there is no key: nothing sensible can be done.
        precondition(RAND_bytes(&bytes, Int32(count)) == 1, "libcrypto has no random bytes")
        return bytes
    }

    private static func scrypt(_ secret: Secret, salt: [UInt8], cost: ScryptCost) -> [UInt8] {
        let text = Array(secret.reveal().utf8).map(CChar.init(bitPattern:))
        var digest = [UInt8](repeating: 0, count: ScryptRecord.digestBytes)
        let code = EVP_PBE_scrypt(
            text, text.count, salt, salt.count, 1 << UInt64(cost.logN), UInt64(cost.r), UInt64(cost.p),
            cost.maximumBytes, &digest, digest.count)
        precondition(code == 1, "libcrypto refused scrypt")
        return digest
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
