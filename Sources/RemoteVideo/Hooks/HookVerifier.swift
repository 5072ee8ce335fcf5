import CCrypto
package import Domain
import FoundationEssentials
import Synchronization

/// Checks that a message about a job came from the service that it speaks for, and came now.
///
/// Even then it is a hint only: it makes us ask the service, and nothing that it says is believed.
package final class HookVerifier: Sendable {
    /// How a service signs.
    package enum Scheme: Sendable, Hashable {
        /// HMAC-SHA256 over `id.timestamp.body` (standardwebhooks.com); Replicate and Gemini.
        case standardWebhooks(Secret)
        /// ED25519 over request, user, timestamp and the body's SHA-256; fal. Any of the public keys.
        case ed25519([[UInt8]])
        /// Nothing is signed: a secret is a part of the address that the service was given; Kling, Seedance.
        case token(Secret)
    }

    /// How old or early a message may be.
    private static let tolerance: Duration = .seconds(300)

    private let scheme: Scheme
    private let clock: any WallClock
    /// Identifiers of messages until they are too old to be taken anyway.
    private let seen = Mutex<[String: Timestamp]>([:])

    package init(_ scheme: Scheme, clock: any WallClock) { (self.scheme, self.clock) = (scheme, clock) }

    /// Checks a message.
    ///
    /// - Throws: ``HookError`` that says what is wrong with it.
    package func check(_ message: HookMessage) throws(HookError) {
        switch scheme {
        case .standardWebhooks(let secret):
            let (id, stamp) = (try message.field("webhook-id"), try message.field("webhook-timestamp"))
            try checkTime(stamp)
            let wanted = HMACDigest.sha256(
                Array("\(id).\(stamp).".utf8) + message.body, key: try Self.key(of: secret))
            let given = try message.field("webhook-signature").split(separator: " ")
                .filter { $0.hasPrefix("v1,") }.compactMap { Data(base64Encoded: String($0.dropFirst(3))) }
            guard given.contains(where: { ConstantTime.equals(Array($0), wanted) }) else {
                throw .wrongSignature
            }
            try remember(id)
        case .ed25519(let keys):
            let request = try message.field("x-fal-webhook-request-id")
            let (user, stamp) = (
                try message.field("x-fal-webhook-user-id"), try message.field("x-fal-webhook-timestamp")
            )
            try checkTime(stamp)
            let text = [request, user, stamp, Hexadecimal.text(HMACDigest.sha256(message.body))]
                .joined(separator: "\n")
            guard let signature = Hexadecimal.bytes(try message.field("x-fal-webhook-signature")),
                keys.contains(where: { ED25519.verifies(signature, of: Array(text.utf8), with: $0) })
            else { throw .wrongSignature }
            try remember(request + stamp)
        case .token(let secret):
            let isRight = ConstantTime.equals(Array((message.token ?? "").utf8), Array(secret.reveal().utf8))
            guard isRight else { throw .wrongSignature }
        }
    }

    private func checkTime(_ stamp: String) throws(HookError) {
        guard let seconds = Int64(stamp), seconds.magnitude < 1 << 40 else {
            throw .malformed("its time is no number of seconds")
        }
        let age = Timestamp(milliseconds: seconds * 1000).duration(to: clock.now())
        guard max(age, .zero - age) <= Self.tolerance else { throw .tooOld }
    }

    private func remember(_ id: String) throws(HookError) {
        let now = clock.now()
        let isNew = seen.withLock { seen in
            seen = seen.filter { $0.value.duration(to: now) <= Self.tolerance * 2 }
            return seen.updateValue(now, forKey: id) == nil
        }
        guard isNew else { throw .repeated }
    }

    private static func key(of secret: Secret) throws(HookError) -> [UInt8] {
        let text = secret.reveal()
        guard let key = Data(base64Encoded: text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : text)
        else {
            throw .malformed("the secret here is no base 64")
        }
        return Array(key)
    }
}

extension HookMessage {
    /// - Throws: ``HookError/malformed(_:)`` when the header is missing.
    fileprivate func field(_ name: String) throws(HookError) -> String {
        guard let value = header(name), !value.isEmpty else { throw .malformed("it has no header \(name)") }
        return value
    }
}

/// Compares without telling by the time it takes where two texts differ.
enum ConstantTime {
    static func equals(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}

/// Checks signatures of ED25519 (RFC 8032).
enum ED25519 {
    static func verifies(_ signature: [UInt8], of message: [UInt8], with key: [UInt8]) -> Bool {
        guard key.count == 32, signature.count == 64,
            let handle = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, key, key.count)
        else { return false }
        defer { EVP_PKEY_free(handle) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        return EVP_DigestVerifyInit(context, nil, nil, nil, handle) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}

/// Bytes as pairs of hexadecimal digits.
enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// nil for anything but pairs of digits.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
