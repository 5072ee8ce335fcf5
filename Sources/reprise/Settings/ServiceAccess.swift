import Domain
import RemoteVideo

/// What the operator says of a service that makes videos.
struct ServiceAccess: Sendable, Equatable {
    /// Switches the service on; empty: it is off.
    var key = Secret("")
    /// Where its paths begin; empty: its usual place.
    var server = ""
    /// What its messages are known by; empty: none are taken.
    var hookSecret = Secret("")
}

extension Setting {
    /// A key and a place for every known service.
    static var services: [Setting] {
        KnownService.all.flatMap { service in
            [
                access(
                    "\(service.name)-key", service.keyKind == .bearerOrPair ? "KEY|ACCESS|SECRET" : "KEY",
                    "Key of \(service.name), which switches it on; see docs/providers.md"
                ) { $0.services[service.name, default: ServiceAccess()].key = Secret($1) },
                access(
                    "\(service.name)-url", "URL",
                    "Where \(service.name) is; empty: "
                        + (service.server.isEmpty ? "nowhere, and it stays off" : service.server)
                ) { $0.services[service.name, default: ServiceAccess()].server = $1 },
            ] + hook(service)
        }
    }

    private static func hook(_ service: KnownService) -> [Setting] {
        guard let kind = service.hookKind else { return [] }
        let what =
            switch kind {
            case .standardWebhooks: "Secret (whsec_…) that \(service.name) signs its messages with"
            case .ed25519: "Public keys (base 64, with commas) that \(service.name) signs its messages with"
            case .token: "Secret of your own in the address that \(service.name) is given for its messages"
            }
        return [
            access("\(service.name)-hook", "SECRET", what + "; empty: none are taken") {
                $0.services[service.name, default: ServiceAccess()].hookSecret = Secret($1)
            }
        ]
    }

    private static func access(
        _ option: String, _ placeholder: String, _ summary: String,
        _ set: @escaping (inout Settings, String) -> Void
    ) -> Setting {
        Setting(option, placeholder, summary, standard: "") { text, settings throws(InputError) in
            guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw InputError(
                    field: option, code: .forbiddenCharacter, expected: "visible ASCII without spaces")
            }
            if !text.isEmpty { set(&settings, text) }
        }
    }
}

extension Settings {
    /// Every key of a service, for what takes secrets out of logs.
    var serviceSecrets: [Secret] {
        let keys = services.values.flatMap { [$0.key, $0.hookSecret] }
        // Half of a pair is as secret as the pair.
        let halves = keys.flatMap { $0.reveal().split(separator: "|").map { Secret(String($0)) } }
        return keys + halves + [comfyUIHeader, comfyUIKey]
    }
}
