import Domain
import HTTPServer

/// What a request shows to be let in.
enum Credentials: Sendable {
    case none
    /// A key in `Authorization: Bearer …` (RFC 6750, section 2.1).
    case bearer(Secret)
    /// The cookie of somebody who signed in.
    case session(String)
    /// An `Authorization` that is not understood.
    case malformed

    /// Reads the header first: a script that has both means its key.
    init(_ request: HTTPRequest) {
        let lines = request.headers.values("Authorization")
        if let line = lines.first {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard lines.count == 1, words.count == 2, words[0].lowercased() == "bearer" else {
                self = .malformed
                return
            }
            self = .bearer(Secret(String(words[1])))
        } else if let token = SessionCookie.session.value(in: request) {
            self = .session(token)
        } else {
            self = .none
        }
    }
}
