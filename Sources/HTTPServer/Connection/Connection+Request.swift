extension Connection {
    /// Decides by the head what will become of the request.
    ///
    /// - Throws: What must be answered at once, with the body unread and the connection at its end.
    func begin(_ head: RequestHead, hasMore: Bool) throws(HTTPFault) {
        exchange.method = head.method
        exchange.target = head.target
        exchange.headers = head.headers
        exchange.minorVersion = head.minorVersion
        exchange.id = head.clientID ?? listener.makeID()
        exchange.bytesIn = parser.bytesRead
        do throws(HTTPFault) {
            exchange.plan = try plan(for: head)
        } catch {
            // Without a body the connection is in step and can be kept; who cannot write a target cannot be
            // trusted with that.
            guard !head.announcesBody, error.kind != .invalidPath else { throw error }
            exchange.plan = .refuse(error)
        }
        if try head.expectsContinue(), !hasMore { sendContinue() }
        if case .handle(let route, let request)? = exchange.plan, route.streamsBody {
            exchange.bodyStart = listener.loop.now
            return beginUpload(request, by: route)
        }
        phase = .body
        exchange.bodyStart = listener.loop.now
        setDeadline(after: listener.times.bodyGrace)
    }

    /// Acts on a request that is whole.
    func dispatch() {
        phase = .handling
        exchange.keepsAlive = parser.keepsAlive
        exchange.bytesIn = parser.bytesRead
        let body = parser.takeBody()
        parser.next()
        switch exchange.plan {
        case .handle(let route, var request):
            request.body = body
            handle(request, by: route)
        case .answer(let response): send(response)
        case .refuse(let fault): answer(fault)
        case nil: break
        }
    }

    /// Answers a request that cannot be served, and ends the connection.
    func refuse(_ fault: HTTPFault) {
        exchange.bytesIn = max(exchange.bytesIn, parser.bytesRead)
        exchange.keepsAlive = false
        answer(fault)
    }

    /// Answers with a problem, and leaves the connection as it is.
    func answer(_ fault: HTTPFault) {
        var fault = fault
        if exchange.id.isEmpty { exchange.id = listener.makeID() }
        fault.requestID = exchange.id
        fault.path = exchange.path
        fault.requestHeaders = exchange.headers
        var response = listener.problem(fault)
        for field in fault.headers.fields where !response.headers.has(field.name) {
            response.headers.add(field.name, field.value)
        }
        phase = .handling
        send(response)
    }

    private func plan(for head: RequestHead) throws(HTTPFault) -> Exchange.Plan {
        // Every path refuses it alike, with the methods that it does take.
        guard let method = head.isTrace ? .options : head.method else {
            throw HTTPFault(.notImplemented, "The request method is not served here.")
        }
        var request = try HTTPRequest(method, head.target, headers: head.headers, id: exchange.id)
        request.peer = transport.peer
        exchange.path = request.path
        try checkHost(head)
        guard request.target != "*" || method == .options else {
            throw HTTPFault(.invalidPath, "Only OPTIONS may ask about the server itself.")
        }
        if request.target == "*" { return .answer(Self.options(HTTPMethod.allCases)) }
        switch listener.router.match(method, request.segments) {
        case .notFound:
            if let place = Self.withoutSlash(request, by: listener.router) { return .answer(place) }
            throw HTTPFault(.notFound, "There is nothing at this path.")
        case .wrongMethod(let allowed) where method == .options && !head.isTrace:
            return .answer(Self.options(allowed))
        case .wrongMethod(let allowed):
            let list = Self.list(allowed)
            let name = head.isTrace ? "TRACE" : method.rawValue
            throw HTTPFault(
                .methodNotAllowed, "This path does not take \(name); it takes \(list).",
                headers: ["Allow": list])
        case .found(let route, let parameters):
            request.parameters = parameters
            request.route = route.pattern
            exchange.route = route.pattern
            parser.maximumBodyBytes = route.maximumBodyBytes ?? listener.configuration.maximumBodyBytes
            guard head.contentLength ?? 0 <= parser.maximumBodyBytes else {
                throw HTTPFault(.bodyTooLarge, "The body is longer than \(parser.maximumBodyBytes) bytes.")
            }
            return .handle(route, request)
        }
    }

    func handle(_ request: HTTPRequest, by route: Route) {
        setDeadline(after: listener.times.handler)
        generation += 1
        let expected = generation
        // Immediate: a handler that never waits has answered when this returns, without a turn of the loop.
        let task = Task.immediate(executorPreference: listener.loop) { [self] in
            let response = await route.handler(request)
            if phase == .handling, generation == expected { send(response) }
        }
        if phase == .handling, generation == expected { self.task = task }
    }

    private func sendContinue() {
        let line = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
        exchange.bytesOut += line.count
        line.withUnsafeBytes { _ = transport.send($0) }
    }

    /// Refuses names that are not ours, behind which a page of somebody else's may hide (DNS rebinding).
    private func checkHost(_ head: RequestHead) throws(HTTPFault) {
        guard let names = listener.configuration.hostNames, let host = head.host else { return }
        guard host.isNumeric || names.contains(host.name) else {
            throw HTTPFault(.misdirected, "The host '\(host.name)' is not served here.")
        }
    }

    /// The one address of a thing has no slash at its end; who adds one is shown there (RFC 9110, 15.4.9).
    private static func withoutSlash(_ request: HTTPRequest, by router: Router) -> HTTPResponse? {
        guard request.segments.count > 1, request.segments.last == "",
            case .found = router.match(request.method, request.segments.dropLast())
        else { return nil }
        let end = request.target.firstIndex(of: "?") ?? request.target.endIndex
        guard request.target.hasPrefix("/"), !request.target.hasPrefix("//") else { return nil }
        let place = request.target[..<end].dropLast() + request.target[end...]
        return HTTPResponse(status: 308, headers: ["Location": String(place)])
    }

    private static func options(_ methods: [HTTPMethod]) -> HTTPResponse {
        HTTPResponse(status: 204, headers: ["Allow": list(methods)])
    }

    private static func list(_ methods: [HTTPMethod]) -> String {
        methods.map(\.rawValue).joined(separator: ", ")
    }
}
