import Domain
import HTTPServer
import Telemetry

extension API {
    /// Wraps the work of an endpoint in what all of them share: the request's name in the logs, the check
    /// of its fields, the security headers and the errors.
    func handler(of endpoint: Endpoint) -> HTTPHandler {
        { request in
            await Log.$requestID.withValue(request.id) {
                let span = requestTraces.begin(request, route: endpoint.pattern, by: tracer)
                guard let span else { return await handle(request, by: endpoint) }
                return await span.run {
                    let response = await handle(request, by: endpoint)
                    span.note("http.response.status_code", .whole(response.status))
                    if response.status >= 500 { span.fail("status \(response.status)") }
                    return response
                }
            }
        }
    }

    private func handle(_ request: HTTPRequest, by endpoint: Endpoint) async -> HTTPResponse {
        let freshness = Freshness()
        var response = await Freshness.$current.withValue(freshness) {
            guard endpoint.computes else { return await answer(request, by: endpoint) }
            return await withTaskExecutorPreference(globalConcurrentExecutor) {
                await answer(request, by: endpoint)
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

    private func answer(_ request: HTTPRequest, by endpoint: Endpoint) async -> HTTPResponse {
        do {
            try SameSite.check(request)
            var response = try await endpoint.answer(Input(request, for: endpoint))
            SecurityHeaders.add(to: &response)
            return response
        } catch {
            let problem = Problem(error)
            if problem.kind.status >= 500 {
                log.error(
                    "request failed",
                    [
                        "http.route": endpoint.pattern, "problem": problem.kind.rawValue,
                        "error": String(reflecting: error),
                    ])
            }
            let language = AnswerLanguage(acceptLanguage: request.headers["Accept-Language"])
            return problem.response(in: language, requestID: request.id)
        }
    }
}
