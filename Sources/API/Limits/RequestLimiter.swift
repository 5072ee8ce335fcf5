import Domain
import HTTPServer
import Synchronization

/// Holds every client to its bucket, and to so many requests at the same time.
final class RequestLimiter: Sendable {
    private let limits: RequestLimits
    private let rates: any RateCounter
    private let running = Mutex<[String: Int]>([:])

    init(_ limits: RequestLimits, rates: any RateCounter) {
        (self.limits, self.rates) = (limits, rates)
    }

    /// Does the work unless the client asked for too much, and tells it what is left.
    func limited(
        _ request: HTTPRequest, _ work: () async -> HTTPResponse
    ) async -> HTTPResponse {
        let client = ClientAddress(of: request, trusting: limits.trustedProxies)
        guard limits.coversLoopback || !client.isLoopback else { return await work() }
        guard limits.requests > 0 else { return await alone(client, request, work) }
        let decision = await rates.count(
            "http/\(client.text)", limit: limits.requests, window: limits.window)
        var response =
            decision.isAllowed
            ? await alone(client, request, work)
            : refusal(
                "The bucket of \(limits.requests) requests is empty", after: decision.resetsAfter, request)
        let seconds = max(1, decision.resetsAfter.wholeSeconds)
        response.headers.set("RateLimit-Policy", limits.policy)
        response.headers.set("RateLimit", "\"requests\";r=\(decision.remaining);t=\(seconds)")
        return response
    }

    /// Lets no client have more than its share of handlers.
    private func alone(
        _ client: ClientAddress, _ request: HTTPRequest, _ work: () async -> HTTPResponse
    ) async -> HTTPResponse {
        let isFree = running.withLock { running in
            guard running[client.text, default: 0] < limits.concurrent else { return false }
            running[client.text, default: 0] += 1
            return true
        }
        guard isFree else {
            return refusal(
                "\(limits.concurrent) requests of this client are being worked on", after: .seconds(1),
                request)
        }
        defer {
            running.withLock { running in
                running[client.text, default: 0] -= 1
                if running[client.text] == 0 { running[client.text] = nil }
            }
        }
        return await work()
    }

    private func refusal(_ detail: String, after: Duration, _ request: HTTPRequest) -> HTTPResponse {
        Problem(.tooManyRequests, detail, retryAfter: .seconds(max(1, after.wholeSeconds)))
            .response(to: request.headers, requestID: request.id)
    }
}

extension Duration {
    /// Seconds, rounded up.
    fileprivate var wholeSeconds: Int64 { components.seconds + (components.attoseconds > 0 ? 1 : 0) }
}
