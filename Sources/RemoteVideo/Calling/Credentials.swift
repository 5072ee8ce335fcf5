package import Domain

/// How a service knows who asks.
package enum Credentials: Sendable {
    case none
    /// A header field with the key, such as `Authorization: Bearer …` or `x-goog-api-key: …`.
    case header(name: String, prefix: String = "", key: Secret)
    /// A JSON Web Token that is signed anew (Kling's access key and secret key).
    case token(TokenSigner)

    package static func bearer(_ key: Secret) -> Self {
        .header(name: "Authorization", prefix: "Bearer ", key: key)
    }

    /// Every secret in it, for the scrubber.
    package var secrets: [Secret] {
        switch self {
        case .none: []
        case .header(_, _, let key): [key]
        case .token(let signer): [signer.secretKey, signer.accessKey]
        }
    }

    /// The header field to send; nil for none.
    func field(at now: Timestamp) -> (name: String, value: Secret)? {
        switch self {
        case .none: nil
        case .header(let name, let prefix, let key): (name, Secret(prefix + key.reveal()))
        case .token(let signer): ("Authorization", Secret("Bearer " + signer.token(at: now).reveal()))
        }
    }
}
