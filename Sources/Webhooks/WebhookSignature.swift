import CCrypto
package import Domain
import FoundationEssentials

/// Signs messages as Standard Webhooks 1.0 has it (standardwebhooks.com): HMAC-SHA256 over
/// `id.timestamp.body`.
package struct WebhookSignature: Sendable {
    private let key: [UInt8]

    /// Reads a secret.
    ///
    /// - Parameter secret: `whsec_` and base 64 of 24 to 64 bytes.
    /// - Throws: ``InputError`` naming `webhook-secret`.
    package init(secret: Secret) throws(InputError) {
        let text = secret.reveal()
        guard text.hasPrefix("whsec_"), let key = Data(base64Encoded: String(text.dropFirst(6))),
            (24...64).contains(key.count)
        else {
            throw InputError(
                field: "webhook-secret", code: .malformed,
                expected: "whsec_ and base 64 of 24 to 64 bytes, as 'printf whsec_; openssl rand -base64 32' "
                    + "makes it")
        }
        self.key = Array(key)
    }

    /// The value of the header `webhook-signature`.
    package func header(id: String, timestamp: Int64, body: [UInt8]) -> String {
        let message = Array("\(id).\(timestamp).".utf8) + body
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        _ = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &digest, &length)
        return "v1,\(Data(digest[..<Int(length)]).base64EncodedString())"
    }
}
