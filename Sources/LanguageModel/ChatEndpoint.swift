import Foundation
import HTTPClient
import Resilience
import Synchronization
import Telemetry

/// A model behind an OpenAI-compatible API, called with patience and restraint.
final class ChatEndpoint<C: Clock>: Sendable where C.Duration == Duration {
    /// Good answers are a few kilobytes.
    private static var maximumAnswerBytes: Int { 1 << 20 }

    let settings: LanguageModelSettings
    let clock: C
    private let client: HTTPClient
    private let metrics: LanguageModelMetrics
    private let breaker: CircuitBreaker<C>
    private let retry: Retry<C>
    /// What the server took last.
    private let strictness = Mutex(ChatStrictness.schema)

    init(_ settings: LanguageModelSettings, client: HTTPClient, clock: C, metrics: LanguageModelMetrics) {
        self.settings = settings
        self.client = client
        self.clock = clock
        self.metrics = metrics
        breaker = CircuitBreaker(clock: clock)
        var policy = RetryPolicy()
        policy.maximumAttempts = settings.maximumAttempts
        retry = Retry(policy: policy, budget: RetryBudget(), clock: clock)
    }

    /// Whether calls are made at all.
    var condition: CircuitState<C.Instant>.Condition { breaker.condition }

    /// Returns what the model answers, bare.
    func answer(
        to messages: [ChatMessage], until deadline: Deadline<C.Instant>
    ) async throws(LanguageModelError) -> String {
        var strictness = self.strictness.withLock(\.self)
        while true {
            let request = ChatRequest(model: settings.model, messages: messages, strictness: strictness)
            do throws(LanguageModelError) {
                let text = try await answer(to: request, until: deadline)
                self.strictness.withLock { $0 = strictness }
                return text
            } catch {
                // Only a request that was refused is asked for in another way.
                guard error.code == .requestRefused, let next = strictness.next else { throw error }
                strictness = next
            }
        }
    }

    private func answer(
        to request: ChatRequest, until deadline: Deadline<C.Instant>
    ) async throws(LanguageModelError) -> String {
        do {
            return try await retry.run(until: deadline, classify: LanguageModelError.fault) { _ in
                try await self.breaker.run(counts: { ($0 as? LanguageModelError)?.isServersFault ?? false }) {
                    try await self.call(request, until: deadline)
                }
            }
        } catch {
            throw LanguageModelError.of(error)
        }
    }

    private func call(_ request: ChatRequest, until deadline: Deadline<C.Instant>) async throws -> String {
        let start = clock.now
        defer { metrics.duration.observe(start.duration(to: clock.now)) }
        do throws(LanguageModelError) {
            let text = try await text(of: request, within: deadline.remaining(at: start))
            metrics.requests["answered"].increment()
            return text
        } catch {
            metrics.requests[error.code.rawValue].increment()
            throw error
        }
    }

    private func text(of request: ChatRequest, within time: Duration) async throws(LanguageModelError)
        -> String
    {
        guard time > .zero, let body = try? request.body else {
            throw LanguageModelError(.timedOut, "there is no time left for it")
        }
        let response: HTTPClient.Response
        do throws(HTTPClientError) {
            response = try await client.send(post(body, within: time))
        } catch {
            throw LanguageModelError(error)
        }
        guard response.isSuccess else {
            throw LanguageModelError(status: response.status, retryAfter: response.header("retry-after"))
        }
        return try read(response)
    }

    private func post(_ body: [UInt8], within time: Duration) -> HTTPClient.Request {
        var request = HTTPClient.Request(.post, settings.url + "/chat/completions")
        // The operator chose the address.
        request.reach = .anywhere
        request.headers = settings.headers
        request.body = body
        // Asking twice costs tokens, but changes nothing on the other side.
        request.isRepeatable = true
        request.limits.connecting = min(time, .seconds(10))
        // A model thinks in silence.
        (request.limits.firstByte, request.limits.idle, request.limits.total) = (time, time, time)
        request.limits.bodyBytes = Self.maximumAnswerBytes
        return request
    }

    private func read(_ response: HTTPClient.Response) throws(LanguageModelError) -> String {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard response.header("content-type")?.lowercased().contains("json") == true,
            let answer = try? decoder.decode(ChatAnswer.self, from: Data(response.body))
        else {
            throw LanguageModelError(.malformed, "it does not answer as the OpenAI API does; check llm-url")
        }
        count(answer.usage)
        return try answer.text()
    }

    private func count(_ usage: ChatAnswer.Usage?) {
        let (input, output) = (max(0, usage?.promptTokens ?? 0), max(0, usage?.completionTokens ?? 0))
        metrics.tokens["input"].increment(by: input)
        metrics.tokens["output"].increment(by: output)
        metrics.cost.increment(
            by: (Double(input) * settings.inputPrice + Double(output) * settings.outputPrice) / 1_000_000)
    }
}
