import Domain
import FoundationEssentials
import HTTPClient

/// The way to one service: its server, our key, and what all calls have in common.
///
/// The key goes to the server of the service and nowhere else; what comes back is rid of secrets before
/// anybody sees it; and whether a submission can have arrived is told from what kept its answer away.
package struct ServiceConnection: Sendable {
    /// Where the service's paths begin, such as `https://api.example.com`.
    package let server: String
    let title: String
    let credentials: Credentials
    let dialect: ErrorDialect
    let scrubber: SecretScrubber
    let client: HTTPClient
    let clock: any WallClock
    /// Time for an answer, unless a call has its own.
    let patience: Duration
    /// Header fields of every call: a version, or what a front door wants.
    var headers: [String: HTTPClient.Request.Value] = [:]

    /// Calls the service.
    ///
    /// - Returns: An answer that is no error.
    /// - Throws: ``ProviderError``, with `outcomeUnknown` for a submission that may have been accepted.
    func send(_ call: ServiceCall) async throws(ProviderError) -> ServiceAnswer {
        let answer = try await answer(to: call)
        try check(answer, to: call)
        return answer
    }

    /// Throws the error that an answer is, if it is one.
    func check(_ answer: ServiceAnswer, to call: ServiceCall) throws(ProviderError) {
        guard let error = dialect.error(in: answer, now: clock.now()) else { return }
        throw judged(error, of: call, status: answer.status)
    }

    /// Calls the service for a job that it may not know.
    ///
    /// - Returns: nil when it says so with the status 404 or 410.
    func find(_ call: ServiceCall) async throws(ProviderError) -> ServiceAnswer? {
        let answer = try await answer(to: call)
        if answer.status == 404 || answer.status == 410 { return nil }
        try check(answer, to: call)
        return answer
    }

    /// Calls the service and takes any answer.
    func answer(to call: ServiceCall) async throws(ProviderError) -> ServiceAnswer {
        let response: HTTPClient.Response
        do throws(HTTPClientError) {
            response = try await client.send(request(call))
        } catch {
            throw scrubber.scrub(ProviderError(error, title: title, isSubmission: call.kind == .submission))
        }
        let text = String(decoding: response.body.prefix(2000), as: UTF8.self)
        let json = try? JSONValue(reading: response.body)
        if json == nil, response.isSuccess, !response.body.isEmpty {
            // Whoever answers a question with a page is not the service, or not well.
            let code: ProviderError.Code = call.kind == .submission ? .outcomeUnknown : .transient
            throw ProviderError(
                code, "\(title) answers with something that is no JSON", detail: scrubber.scrub(text))
        }
        return ServiceAnswer(
            status: response.status, headers: response.headers, json: json ?? .null,
            excerpt: scrubber.scrub(text))
    }

    /// A fault of the service during a submission leaves open whether it was accepted.
    private func judged(_ error: ProviderError, of call: ServiceCall, status: Int) -> ProviderError {
        let isOpen =
            call.kind == .submission && error.code == .transient && (status >= 500 || status == 408)
        return scrubber.scrub(
            ProviderError(
                isOpen ? .outcomeUnknown : error.code, "\(title): \(error.message)", detail: error.detail,
                retryAfter: error.retryAfter))
    }

    private func request(_ call: ServiceCall) -> HTTPClient.Request {
        var request = HTTPClient.Request(call.method.http, server + call.path)
        request.isRepeatable = call.kind == .read
        request.headers = headers.merging(call.headers.mapValues { .text($0) }) { $1 }
        if let field = credentials.field(at: clock.now()) {
            request.headers[field.name] = .secret(field.value)
        }
        switch call.body {
        case .json(let value):
            request.headers["Content-Type"] = "application/json"
            request.body = Array(value.text.utf8)
        case .bytes(let bytes, let type):
            request.headers["Content-Type"] = .text(type)
            request.body = bytes
        case nil:
            // A POST without a body has a length all the same.
            if ![.get, .head].contains(call.method) { request.body = [] }
        }
        request.limits.bodyBytes = call.maximumBytes
        request.limits.total = call.patience ?? patience
        request.limits.firstByte = call.patience ?? patience
        return request
    }
}

extension ServiceCall.Method {
    fileprivate var http: HTTPClient.Request.Method {
        switch self {
        case .get: .get
        case .head: .head
        case .post: .post
        case .put: .put
        case .delete: .delete
        }
    }
}

extension ProviderError {
    /// What it means that no answer came.
    init(_ error: HTTPClientError, title: String, isSubmission: Bool) {
        let code: Code =
            switch error.code {
            case _ where isSubmission && error.mayHaveArrived: .outcomeUnknown
            case .invalidRequest, .forbiddenAddress: .invalidRequest
            case .cancelled: .cancelled
            case .file: .storage
            case .couldNotResolve, .couldNotConnect, .tls, .timedOut, .tooLarge, .dropped, .malformedAnswer:
                .transient
            }
        self.init(code, "\(title): \(error.message)")
    }
}
