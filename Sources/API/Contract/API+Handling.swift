import Domain
import HTTPServer
import Telemetry

extension API {
    /// Wraps the work of an endpoint in what all of them share: the request's name in the logs, the check
    /// of its fields, the security headers and the errors.
    ///
    /// - Parameter patience: How long the server waits for the answer.
    func handler(of route: FormRoute, in table: EndpointTable, within patience: Duration) -> HTTPHandler {
        { request in
            await Log.$requestID.withValue(request.id) {
                let span = requestTraces.begin(request, route: route.pattern, by: tracer)
                guard let span else { return await admit(request, by: route, in: table, within: patience) }
                return await span.run {
                    let response = await admit(request, by: route, in: table, within: patience)
                    span.note("http.response.status_code", .whole(response.status))
                    if response.status >= 500 { span.fail("status \(response.status)") }
                    return response
                }
            }
        }
    }

    /// Answers within the time and the limits of its client.
    private func admit(
        _ request: HTTPRequest, by route: FormRoute, in table: EndpointTable, within patience: Duration
    ) async -> HTTPResponse {
        // A stream goes on when its head has been answered.
        let end = route.isStream ? nil : ContinuousClock.now.advanced(by: patience)
        return await RequestDeadline.$current.withValue(end) {
            guard route.isLimited else { return await respond(to: request, by: route, in: table) }
            return await limiter.limited(request) { await respond(to: request, by: route, in: table) }
        }
    }

    private func respond(
        to request: HTTPRequest, by route: FormRoute, in table: EndpointTable
    ) async -> HTTPResponse {
        let freshness = Freshness()
        var response = await Freshness.$current.withValue(freshness) {
            guard route.computes else { return await answer(request, by: route, in: table) }
            return await withTaskExecutorPreference(globalConcurrentExecutor) {
                await answer(request, by: route, in: table)
            }
        }
        Self.note(freshness.source, in: &response)
        return response
    }

    /// Says when the history was not asked itself: `stale` for reads, `journal` for writes that wait.
    private static func note(_ source: Freshness.Source, in response: inout HTTPResponse) {
        guard source != .store else { return }
        response.headers.set("X-History", source.rawValue)
    }

    private func answer(
        _ request: HTTPRequest, by route: FormRoute, in table: EndpointTable
    ) async -> HTTPResponse {
        do {
            try SameSite.check(request)
            let endpoint = try route.endpoint(for: request)
            let caller = try await door.admit(request, to: endpoint)
            let representation = try Representation(for: request, at: endpoint)
            let input = try Input(request, for: endpoint, caller: caller)
            let answer = try await once(input, by: endpoint) { try await endpoint.answer(input) }
            var response = door.watched(
                try represented(answer, of: input, at: endpoint, as: representation, in: table), for: caller)
            if endpoint.showsSecret { response.headers.set("Cache-Control", "no-store") }
            if let way = RoomForm.wayBack(of: input, after: response) { response = way }
            SecurityHeaders.add(to: &response)
            return response.coded(for: request.headers)
        } catch {
            let problem = Problem(error)
            if problem.kind == .unauthenticated, let way = SignIn.way(for: request) { return way }
            if problem.kind.status >= 500 {
                log.error(
                    "request failed",
                    [
                        "http.route": route.pattern, "problem": problem.kind.rawValue,
                        "error": String(reflecting: error),
                    ])
            }
            return problem.response(to: request.headers, requestID: request.id)
        }
    }
}
