import Domain
import HTTPServer
import Studio

/// The one place where a request is let in or refused, whatever it asks for.
struct Door: Sendable {
    let desk: AccessDesk
    let metrics: AccessMetrics

    /// Finds out who asks, and whether the endpoint is for them.
    ///
    /// - Throws: ``Problem`` with 401, 403 or 429; `StoreError` when nobody can say.
    func admit(_ request: HTTPRequest, to endpoint: Endpoint) async throws -> Caller {
        switch endpoint.access {
        case .anybody: return .guest
        case .visitors: return (try? await caller(of: request)) ?? .guest
        case .holders(let permission):
            let caller = try await knownCaller(of: request)
            do throws(PermissionError) {
                try caller.actor.require(permission, in: caller.workspace)
            } catch {
                metrics.count(.notPermitted)
                throw Problem(error)
            }
            try checkForm(request, of: caller)
            return caller
        case nil:
            // Closed to everybody, so that a route that was forgotten is no hole.
            metrics.count(.notPermitted)
            throw Problem(.forbidden, "Nobody said whom this is for")
        }
    }

    /// Ends an answer that goes on for long as soon as the key of its reader is taken back.
    func watched(_ response: HTTPResponse, for caller: Caller) -> HTTPResponse {
        guard let key = caller.key, case .events(let events) = response.body else { return response }
        var response = response
        response.body = .events(events.until { [desk] in await !desk.holds(key.id) })
        return response
    }

    private func knownCaller(of request: HTTPRequest) async throws -> Caller {
        do {
            return try await caller(of: request)
        } catch let refusal as AccessRefusal {
            metrics.count(AccessMetrics.Reason(refusal))
            throw Problem(refusal)
        }
    }

    private func caller(of request: HTTPRequest) async throws -> Caller {
        guard try await !desk.isOpen() else { return .owner }
        switch Credentials(request) {
        case .none: throw AccessRefusal.nothingShown
        case .malformed: throw AccessRefusal.unknown
        case .bearer(let secret): return Caller(try await desk.key(showing: secret))
        case .session(let token):
            return Caller(
                try await desk.key(inSession: token), session: token, formToken: desk.formToken(of: token))
        }
    }
}

extension AsyncStream where Element: Sendable {
    /// The same elements, until a look before one of them says that it is enough.
    fileprivate func until(_ isEnough: @escaping @Sendable () async -> Bool) -> AsyncStream {
        let (watched, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(256))
        let watching = Task {
            for await element in self {
                guard await !isEnough() else { break }
                continuation.yield(element)
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in watching.cancel() }
        return watched
    }
}
