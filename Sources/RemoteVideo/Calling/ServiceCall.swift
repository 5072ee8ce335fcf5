package import Domain

/// One call of a service.
package struct ServiceCall: Sendable {
    package enum Kind: Sendable, Hashable {
        /// May be repeated freely.
        case read
        /// Has something made, and perhaps paid for: when its answer is lost, nobody knows.
        case submission
    }

    package enum Body: Sendable, Hashable {
        case json(JSONValue)
        case bytes([UInt8], type: String)
    }

    var method: Method
    /// From the root of the server, with its query.
    var path: String
    var kind: Kind
    var body: Body?
    var headers: [String: String] = [:]
    /// The longest answer that is read.
    var maximumBytes = 4 << 20
    /// Longer than usual for calls that answer only when the video is done.
    var patience: Duration?

    enum Method: Sendable, Hashable {
        case get, head, post, put, delete
    }

    static func get(_ path: String) -> Self { Self(method: .get, path: path, kind: .read) }

    /// Asks whether something is there.
    static func head(_ path: String) -> Self { Self(method: .head, path: path, kind: .read) }

    /// A call that has something made.
    static func submit(_ path: String, _ body: JSONValue) -> Self {
        Self(method: .post, path: path, kind: .submission, body: .json(body))
    }

    /// A call that changes something and may be repeated.
    static func change(_ method: Method, _ path: String, _ body: JSONValue? = nil) -> Self {
        Self(method: method, path: path, kind: .read, body: body.map(Body.json))
    }
}

/// What a service answered.
package struct ServiceAnswer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    /// `null` when the body is no JSON.
    let json: JSONValue
    /// The beginning of the body, for messages.
    let excerpt: String

    var isSuccess: Bool { (200...299).contains(status) }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
