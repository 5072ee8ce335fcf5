package import Domain
import FoundationEssentials
package import HTTPClient

/// Sends webhooks over HTTP, signed as Standard Webhooks 1.0 has it.
///
/// The receiver is somebody's word, so the request must not become a way into the network around us:
/// redirects are not followed, and only public addresses are connected to, judged at the moment of the
/// connection, whatever the name resolved to before.
package struct HTTPWebhookSender: WebhookSender {
    private let client: HTTPClient
    private let signature: WebhookSignature
    private let clock: any WallClock
    private let reach: HTTPClient.Request.Reach

    /// - Parameters:
    ///   - client: Who sends; not shared with requests to other places.
    ///   - signature: Signs with the secret that the receivers know.
    ///   - clock: For the time in the signature.
    ///   - allowsPrivate: Whether addresses of this machine and of private networks may be told.
    package init(
        client: HTTPClient, signature: WebhookSignature, clock: any WallClock, allowsPrivate: Bool = false
    ) {
        self.client = client
        self.signature = signature
        self.clock = clock
        reach = allowsPrivate ? .anywhere : .publicAddresses
    }

    package func check(_ url: String) throws(InputError) {
        guard url.utf8.count <= 2000 else {
            throw InputError(field: "webhook", code: .tooLong, expected: "at most 2000 bytes")
        }
        do throws(HTTPClientError) {
            try request(url).checkAddress()
        } catch {
            throw InputError(
                field: "webhook", code: error.code == .forbiddenAddress ? .outOfRange : .malformed,
                expected: "an http or https URL without user and password that leads to a public address")
        }
    }

    package func send(_ message: WebhookMessage, to url: String) async throws(WebhookError) {
        var request = request(url)
        let seconds = clock.now().milliseconds / 1000
        let body = try body(of: message)
        request.body = body
        request.headers = [
            "Content-Type": "application/json", "webhook-id": .text(message.id),
            "webhook-timestamp": .text("\(seconds)"),
            "webhook-signature": .text(
                signature.header(id: message.id, timestamp: seconds, body: body)),
        ]
        let answer: HTTPClient.Response
        do throws(HTTPClientError) {
            answer = try await client.send(request)
        } catch {
            let canBeRepeated = ![.forbiddenAddress, .invalidRequest].contains(error.code)
            throw WebhookError(error.message, canBeRepeated: canBeRepeated)
        }
        try check(answer)
    }

    private func request(_ url: String) -> HTTPClient.Request {
        var request = HTTPClient.Request(.post, url)
        request.reach = reach
        request.limits.total = .seconds(15)
        request.limits.firstByte = .seconds(15)
        request.limits.connecting = .seconds(5)
        request.limits.bodyBytes = 64 << 10
        return request
    }

    private func body(of message: WebhookMessage) throws(WebhookError) -> [UInt8] {
        let document: JSONValue = [
            "type": .string(message.type), "timestamp": .string(message.at.description),
            "data": message.facts,
        ]
        do {
            return Array(try JSONEncoder().encode(document))
        } catch {
            throw WebhookError("The message cannot be written as JSON", canBeRepeated: false)
        }
    }

    private func check(_ answer: HTTPClient.Response) throws(WebhookError) {
        guard !answer.isSuccess else { return }
        // 410 says that nobody wants it any more (Standard Webhooks, "Deliverability and reliability").
        let wait = answer.header("retry-after").flatMap(Int.init).map {
            Duration.seconds(min(max(0, $0), 86_400))
        }
        let isRedirect = (300...399).contains(answer.status)
        throw WebhookError(
            "The receiver answered \(answer.status)" + (isRedirect ? "; redirects are not followed" : ""),
            canBeRepeated: answer.status != 410, retryAfter: wait)
    }
}
