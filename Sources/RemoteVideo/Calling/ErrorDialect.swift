import Domain

/// Where a service says that something is wrong, and what its words mean.
///
/// There are three places: the status, a code in the body of a successful answer, and the job itself.
struct ErrorDialect: Sendable {
    /// Where a body says its code; the first that is there counts.
    var codePaths: [String]
    /// Where it says why.
    var messagePaths: [String]
    /// The codes of answers that are none of an error; empty when the status alone tells.
    var successCodes: Set<String> = []
    /// What a code means, by its beginning; the first that fits counts.
    var meanings: [(prefix: String, code: ProviderError.Code)] = []

    /// The error that an answer is; nil when it is none.
    func error(in answer: ServiceAnswer, now: Timestamp) -> ProviderError? {
        let code = first(codePaths, in: answer.json)
        let isFine = successCodes.isEmpty || code.map(successCodes.contains) ?? true
        guard !answer.isSuccess || !isFine else { return nil }
        return error(
            code: code, message: first(messagePaths, in: answer.json),
            standard: answer.isSuccess ? .transient : Self.meaning(of: answer.status),
            place: answer.isSuccess ? "" : " (status \(answer.status))",
            detail: answer.excerpt, retryAfter: RetryAfter.read(answer, now: now))
    }

    /// The error that a job's own words are.
    ///
    /// - Parameter standard: What a code means that nobody knows.
    func error(
        code: String?, message: String?, standard: ProviderError.Code, place: String = "",
        detail: String? = nil, retryAfter: Duration? = nil
    ) -> ProviderError {
        let meaning = code.flatMap { code in meanings.first { code.hasPrefix($0.prefix) }?.code } ?? standard
        let words = [message.map { String($0.prefix(300)) }, code.map { "code \($0)" }].compactMap(\.self)
        let text = words.isEmpty ? "no reason is given" : words.joined(separator: ", ")
        return ProviderError(meaning, "\(text)\(place)", detail: detail, retryAfter: retryAfter)
    }

    private func first(_ paths: [String], in json: JSONValue) -> String? {
        for path in paths {
            if let word = json[path: path]?.word, !word.isEmpty { return word }
        }
        return nil
    }

    /// What a status means where no code says it better.
    private static func meaning(of status: Int) -> ProviderError.Code {
        switch status {
        case 401, 403: .authentication
        case 402: .balance
        case 408, 425, 500...599: .transient
        case 429: .throttled
        default: .invalidRequest
        }
    }
}

/// The time that a service wants to be left alone.
enum RetryAfter {
    private static let longest: Duration = .seconds(3600)

    /// Reads `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3).
    static func read(_ answer: ServiceAnswer, now: Timestamp) -> Duration? {
        guard let text = answer.header("retry-after") else { return nil }
        if let seconds = Int(text) { return min(.seconds(max(0, seconds)), longest) }
        guard let date = HTTPDate.read(text) else { return nil }
        return min(max(.zero, now.duration(to: date)), longest)
    }
}

/// The date of HTTP, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func read(_ text: String) -> Timestamp? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", parts[1].utf8.count == 2, parts[3].utf8.count == 4,
            let month = months.firstIndex(of: String(parts[2]))
        else { return nil }
        let number = month + 1
        return Timestamp(
            "\(parts[3])-\(number < 10 ? "0" : "")\(number)-\(parts[1])T\(parts[4]).000Z")
    }
}
