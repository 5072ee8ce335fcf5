package import Domain
import FoundationEssentials

/// Where messages of services are checked and read.
package struct HookDesk: HookReceiver {
    private let verifiers: [String: HookVerifier]

    /// Where the services' messages name the job, the first that is there.
    private static let idPaths = [
        "task_id", "data.task_id", "request_id", "data.id", "id", "detail.task_id",
    ]

    /// - Parameter verifiers: By the name of the provider.
    package init(_ verifiers: [String: HookVerifier]) { self.verifiers = verifiers }

    package func receive(_ message: HookMessage, from provider: String) throws(HookError) -> String? {
        guard let verifier = verifiers[provider] else { throw .unknownProvider }
        try verifier.check(message)
        guard let json = try? JSONValue(reading: message.body) else {
            throw .malformed("its body is no JSON")
        }
        return json.firstWord(at: Self.idPaths)
    }
}
