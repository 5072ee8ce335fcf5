/// One request and its answer, as far as they have come.
struct Exchange {
    /// What will be done once the request is whole.
    enum Plan {
        case handle(Route, HTTPRequest)
        case answer(HTTPResponse)
        case refuse(HTTPFault)
    }

    var plan: Plan?
    var method: HTTPMethod?
    var target = ""
    var path: String?
    var route: String?
    var id = ""
    var headers = HTTPHeaders()
    var minorVersion = 1
    /// Whether the connection may serve another request after this one.
    var keepsAlive = false
    var status = 0
    var bytesIn = 0
    var bytesOut = 0
    /// On the loop's clock: nanoseconds for the duration, milliseconds for deadlines.
    var startNanoseconds: UInt64 = 0
    var bodyStart: UInt64 = 0
}
