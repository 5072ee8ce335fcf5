import HTTPServer

/// The language that errors and reasons are told in.
enum AnswerLanguage: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case korean = "ko"

    /// Chooses by a header (RFC 9110, section 12.5.4): the best liked of the two, the earlier of equals,
    /// English when neither is named.
    init(acceptLanguage header: String?) {
        var best: (language: Self, quality: Double)?
        for range in (header ?? "").split(separator: ",") {
            let parts = range.split(separator: ";").map(\.trimmed)
            let tag = parts.first?.split(separator: "-").first?.lowercased() ?? ""
            guard let language = Self(rawValue: tag) else { continue }
            let weight = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
            let quality = weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        self = best?.language ?? .english
    }

    /// The cookie that says which language somebody chose for the pages.
    static let cookie = "language"

    /// Chooses by the cookie, or else by what the client accepts.
    init(of request: HTTPRequest) {
        self = Self(chosenIn: request) ?? Self(acceptLanguage: request.headers["Accept-Language"])
    }

    /// What somebody chose for the pages; nil before they did.
    init?(chosenIn request: HTTPRequest) {
        guard let chosen = request.cookies(Self.cookie).first.flatMap(Self.init(rawValue:)) else {
            return nil
        }
        self = chosen
    }
}
