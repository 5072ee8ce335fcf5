import Domain
import HTTPServer

extension API {
    /// How long a request with an `Idempotency-Key` is remembered: a day.
    static let idempotencyLifetime = Duration.seconds(86_400)

    /// Does a request that has an `Idempotency-Key` once, and gives its answer again to whoever repeats it
    /// (draft-ietf-httpapi-idempotency-key-header).
    ///
    /// What was refused did nothing and is not remembered: it may come again, mended, under its key.
    ///
    /// - Throws: ``Problem`` when the key is in use or was used for something else, and what `work` throws.
    func once(
        _ input: Input, by endpoint: Endpoint, _ work: () async throws -> HTTPResponse
    ) async throws -> HTTPResponse {
        // A secret that is shown once is kept nowhere.
        guard endpoint.method == .post, !endpoint.showsSecret, let key = try input.idempotencyKey else {
            return try await work()
        }
        // Two people may think of the same key.
        let name = "\(input.workspace.rawValue)/\(try input.actor.name)/\(key)"
        let fingerprint = input.fingerprint
        let lifetime = Self.idempotencyLifetime
        switch await idempotency.begin(name, fingerprint: fingerprint, lifetime: lifetime) {
        case .new: break
        case .running:
            throw Problem(
                .keyInUse, "The first request with this Idempotency-Key is still being answered",
                field: "Idempotency-Key", retryAfter: .seconds(1))
        case .mismatch:
            throw Problem(
                .keyReused, "Another request had this Idempotency-Key; take a new key",
                korean: "다른 요청이 이미 이 Idempotency-Key를 썼습니다. 새 키를 쓰세요.", field: "Idempotency-Key")
        case .finished(let bytes):
            guard var answer = StoredAnswer.response(bytes) else { break }
            answer.headers.set("Idempotency-Replayed", "true")
            return answer
        }
        return try await done(work, key: name, fingerprint: fingerprint)
    }

    private func done(
        _ work: () async throws -> HTTPResponse, key: String, fingerprint: String
    ) async throws -> HTTPResponse {
        do {
            let answer = try await work()
            if let bytes = StoredAnswer.bytes(of: answer) {
                await idempotency.finish(
                    key, fingerprint: fingerprint, answer: bytes, lifetime: Self.idempotencyLifetime)
            } else {
                await idempotency.abandon(key, fingerprint: fingerprint)
            }
            return answer
        } catch {
            await idempotency.abandon(key, fingerprint: fingerprint)
            throw error
        }
    }
}

/// An answer as it is kept under an `Idempotency-Key`: status and headers as lines, an empty line, the body.
enum StoredAnswer {
    /// nil for an answer whose body is no plain bytes, for a fault of ours, and for one that nobody may keep,
    /// such as a key that is shown once.
    static func bytes(of response: HTTPResponse) -> [UInt8]? {
        let body: [UInt8]
        switch response.body {
        case .empty: body = []
        case .bytes(let bytes): body = bytes
        default: return nil
        }
        guard response.status < 500, response.headers["Cache-Control"] != "no-store" else { return nil }
        let lines = ["\(response.status)"] + response.headers.fields.map { "\($0.name):\($0.value)" }
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + body
    }

    static func response(_ bytes: [UInt8]) -> HTTPResponse? {
        guard let end = bytes.indices.dropLast().first(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A })
        else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n")
        guard let status = lines.first.flatMap({ Int($0) }) else { return nil }
        var response = HTTPResponse(status: status)
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { response.headers.add(String(parts[0]), String(parts[1])) }
        }
        let body = bytes[(end + 2)...]
        if !body.isEmpty { response.body = .bytes(Array(body)) }
        return response
    }
}
