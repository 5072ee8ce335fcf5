import Domain

/// A service that can be switched on by its key alone.
package struct KnownService: Sendable {
    /// How the key is told.
    package enum KeyKind: Sendable, Hashable {
        case bearer
        /// `Authorization: Key …`
        case key
        case header(String)
        /// One key, or an access key and a secret key with `|` between, which sign a token.
        case bearerOrPair
    }

    /// How messages about jobs are known to be the service's.
    package enum HookKind: Sendable, Hashable {
        /// By a secret that the service gives, as Standard Webhooks has it.
        case standardWebhooks
        /// By public keys of ED25519 that the service shows.
        case ed25519
        /// By a secret of our own in the address that the service is given.
        case token
    }

    /// What the service is called here; its offers are in `data/providers` under that name.
    package let name: String
    /// Where its paths begin unless the operator says otherwise; empty where only the operator can know.
    package let server: String
    package let keyKind: KeyKind
    /// How it signs messages about jobs; nil when it sends none that are taken.
    package let hookKind: HookKind?
    let errors: ErrorDialect
    let headers: [String: String]
    let make: @Sendable (any PictureSource) -> any RemoteService

    init(
        _ name: String, _ server: String, _ keyKind: KeyKind = .bearer, errors: ErrorDialect,
        headers: [String: String] = [:], hooks: HookKind? = nil,
        make: @escaping @Sendable (any PictureSource) -> any RemoteService
    ) {
        (self.name, self.server, self.keyKind) = (name, server, keyKind)
        (self.errors, self.headers, self.make, hookKind) = (errors, headers, make, hooks)
    }

    init(
        _ name: String, _ server: String, _ keyKind: KeyKind = .bearer, _ table: RestTable,
        hooks: HookKind? = nil
    ) {
        self.init(name, server, keyKind, errors: table.errors, headers: table.headers, hooks: hooks) {
            RestService(table, pictures: $0)
        }
    }

    /// Every service that is known, ComfyUI aside, which has workflows instead of a key.
    package static let all: [Self] = [
        Self("kling", "https://api-singapore.klingai.com", .bearerOrPair, errors: Kling.errors, hooks: .token)
        {
            Kling(pictures: $0)
        },
        Self("dashscope", "https://dashscope-intl.aliyuncs.com", errors: DashScope.errors) {
            DashScope(pictures: $0)
        },
        Self("openai-videos", "", .bearer, .openAIVideos),
        Self("newapi", "", .bearer, .newAPI),
        Self("fal", "https://queue.fal.run", .key, .fal, hooks: .ed25519),
        Self("replicate", "https://api.replicate.com", .bearer, .replicate, hooks: .standardWebhooks),
        Self("runway", "https://api.dev.runwayml.com", .bearer, .runway),
        Self("seedance", "https://ark.ap-southeast.bytepluses.com", .bearer, .seedance, hooks: .token),
        Self(
            "gemini-omni", "https://generativelanguage.googleapis.com", .header("x-goog-api-key"),
            errors: GeminiOmni.errors
        ) { GeminiOmni(pictures: $0) },
        Self("sora-hk", "https://api.sora.hk/v1", .bearer, .soraHK),
    ]

    /// The credentials that a key makes.
    ///
    /// - Throws: ``InputError`` naming the service when half of a pair is missing.
    func credentials(_ key: Secret) throws(InputError) -> Credentials {
        switch keyKind {
        case .bearer: return .bearer(key)
        case .key: return .header(name: "Authorization", prefix: "Key ", key: key)
        case .header(let name): return .header(name: name, key: key)
        case .bearerOrPair:
            let parts = key.reveal().split(separator: "|", omittingEmptySubsequences: false)
            guard parts.count > 1 else { return .bearer(key) }
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw InputError(
                    field: "\(name)-key", code: .malformed, expected: "one key, or ACCESS|SECRET")
            }
            return .token(
                TokenSigner(accessKey: Secret(String(parts[0])), secretKey: Secret(String(parts[1]))))
        }
    }
}
