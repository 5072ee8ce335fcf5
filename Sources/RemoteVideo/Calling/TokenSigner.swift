import CCrypto
package import Domain
import FoundationEssentials

/// Makes JSON Web Tokens (RFC 7519) signed with HMAC-SHA256 (RFC 7518, section 3.2), as Kling wants them.
package struct TokenSigner: Sendable {
    /// Who signs; the claim `iss`.
    package let accessKey: Secret
    package let secretKey: Secret
    /// How long a token holds, in seconds.
    private static let lifetime: Int64 = 1800
    /// How much a server's clock may be behind ours, in seconds.
    private static let tolerance: Int64 = 5

    package init(accessKey: Secret, secretKey: Secret) {
        (self.accessKey, self.secretKey) = (accessKey, secretKey)
    }

    /// A token that holds from now.
    package func token(at now: Timestamp) -> Secret {
        let seconds = now.milliseconds / 1000
        let claims: JSONValue = [
            "iss": .string(accessKey.reveal()), "exp": .integer(Int(seconds + Self.lifetime)),
            "nbf": .integer(Int(seconds - Self.tolerance)),
        ]
        let head = Self.encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
        let signed = head + "." + Self.encode(Array(claims.text.utf8))
        let signature = HMACDigest.sha256(Array(signed.utf8), key: Array(secretKey.reveal().utf8))
        return Secret(signed + "." + Self.encode(signature))
    }

    /// Base 64 for URLs without padding (RFC 7515, appendix C).
    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

/// SHA-256, and HMAC with it (RFC 2104).
enum HMACDigest {
    /// SHA-256 without a key (FIPS 180-4).
    static func sha256(_ message: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        _ = EVP_Digest(message, message.count, &digest, nil, EVP_sha256(), nil)
        return digest
    }

    /// With a key.
    static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        _ = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &digest, &length)
        return digest
    }
}
