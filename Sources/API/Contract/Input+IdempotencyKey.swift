import Domain
import HTTPServer

extension Input {
    /// What the client calls its request, so that sending it twice does it once
    /// (draft-ietf-httpapi-idempotency-key-header).
    ///
    /// - Throws: ``InputError`` naming `Idempotency-Key`.
    var idempotencyKey: String? {
        get throws(InputError) {
            guard let key = request.headers["Idempotency-Key"]?.trimmed else { return nil }
            guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
            else {
                throw InputError(
                    field: "Idempotency-Key", code: .malformed,
                    expected: "1 to 255 visible characters of ASCII, such as a UUID")
            }
            return key
        }
    }

    /// The number of the last event that a browser has had.
    var lastEvent: Int? { request.headers["Last-Event-ID"].flatMap { Int($0) }.map { max(0, $0) } }
}
