import Domain
import HTTPServer

/// One route: what it takes, what it answers, and the work.
///
/// The table of endpoints serves requests and makes `/openapi.json`, so neither can know more than the
/// other.
struct Endpoint: Sendable {
    /// One answer that a client may get.
    struct Reply: Sendable {
        let status: Int
        let summary: String
        /// Media type and schema of the body; nil when there is none.
        let content: (type: String, schema: JSONValue)?

        init(_ status: Int, _ summary: String, type: String, schema: JSONValue = ["type": "string"]) {
            self.status = status
            self.summary = summary
            content = (type, schema)
        }

        init(_ status: Int, _ summary: String, json schema: JSONValue) {
            self.init(status, summary, type: "application/json", schema: schema)
        }

        init(_ status: Int, _ summary: String) {
            self.status = status
            self.summary = summary
            content = nil
        }
    }

    let method: HTTPMethod
    /// Such as `/v1/prompts/{id}`.
    let pattern: String
    /// A name that clients made from the document call it by.
    let name: String
    /// Whom it is for; without a rule it is closed to everybody.
    var access: Access?
    let summary: String
    var fields: [FieldDescription] = []
    let replies: [Reply]
    /// What can go wrong besides what can go wrong everywhere.
    var problems: [ProblemKind] = []
    /// Schemas of its bodies by media type, for an endpoint that reads its body itself.
    var bodies: [String: JSONValue] = [:]
    /// Whether it reads its body itself, and ``Input`` leaves it alone.
    var readsBody = false
    /// Whether its work begins at the head, and reads the body as it comes.
    var streamsBody = false
    /// Whether it counts against a client's limits; what watches the service does not.
    var isLimited = true
    /// Whether `Accept` chooses how it answers.
    var isNegotiated = true
    /// Whether the work may take more than a millisecond of computing, which the server's loop has not.
    var computes = false
    /// Whether the answer holds a secret, so that nobody may keep it to give it again.
    var showsSecret = false
    let answer: @Sendable (Input) async throws -> HTTPResponse

    /// Whether a client may say which members of the answer it wants.
    var isSelectable: Bool {
        method == .get && isNegotiated && replies.first?.content?.type == Representation.json.rawValue
    }

    /// Whether it answers with a stream of events or lines.
    var isStream: Bool {
        replies.contains { ["text/event-stream", Representation.lines.rawValue].contains($0.content?.type) }
    }

    /// Whether it takes a body.
    var takesBody: Bool { fields.contains { $0.place == .body } }
}
