/// Takes messages of services about jobs.
package protocol HookReceiver: Sendable {
    /// Checks a message.
    ///
    /// - Parameter provider: The name of the provider that it is said to come from.
    /// - Returns: What the service calls the job that it speaks of; nil when it speaks of none.
    /// - Throws: ``HookError``.
    func receive(_ message: HookMessage, from provider: String) throws(HookError) -> String?
}

/// A message as it arrived.
package struct HookMessage: Sendable {
    package let body: [UInt8]
    /// The secret in the address; nil without one.
    package let token: String?
    /// The value of a header field by its name in lower case.
    package let header: @Sendable (String) -> String?

    package init(
        body: [UInt8], token: String? = nil, header: @escaping @Sendable (String) -> String?
    ) {
        (self.body, self.token, self.header) = (body, token, header)
    }
}

/// Why a message is not taken.
package enum HookError: Error, Sendable, Hashable {
    /// No such provider, or it is sent no messages here.
    case unknownProvider
    case wrongSignature
    /// It was sent more than five minutes ago, or is from the future.
    case tooOld
    /// It was here before.
    case repeated
    case malformed(String)
}
