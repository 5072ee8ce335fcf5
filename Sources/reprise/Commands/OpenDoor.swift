import Domain
import Studio

/// What is said of a service that asks nobody for a key.
enum OpenDoor {
    /// Refuses a service without keys that others than this machine could reach.
    ///
    /// - Returns: What to warn of once it serves; nil when it has keys.
    /// - Throws: ``InputError`` naming `host`; `StoreError` when nobody can say whether there are keys.
    static func check(_ service: Service) async throws -> String? {
        guard try await isOpen(service) else { return nil }
        let settings = service.settings
        guard isLoopback(settings.host) || settings.trustsNetwork else {
            throw InputError(
                field: "host", code: .outOfRange,
                expected: "a loopback address while there are no keys, since anybody who reaches the service "
                    + "may use it; 'reprise key create --role admin' makes the first one")
        }
        return "warning: there are no keys, so whoever reaches \(settings.host) is an admin; "
            + "'reprise key create --role admin' closes the door"
    }

    /// Away, the store cannot say; then it is asked again by every request, and nobody is let in until it
    /// can.
    private static func isOpen(_ service: Service) async throws(StoreError) -> Bool {
        do throws(StoreError) {
            return try await service.access.isOpen()
        } catch {
            guard error.code == .unavailable else { throw error }
            return false
        }
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}
