/// Finds the route of a path.
///
/// ```swift
/// var router = Router()
/// router.add(.get, "/v1/prompts/{id}") { request in .text(request.parameter("id")) }
/// ```
///
/// A literal segment wins over one in braces. `HEAD` is answered through `GET`, and `OPTIONS` by the
/// server, unless a route of their own was added.
package struct Router: Sendable {
    /// What a path and a method lead to.
    enum Match {
        case found(Route, parameters: [String: String])
        /// The path exists, with these methods.
        case wrongMethod(allowed: [HTTPMethod])
        case notFound
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var routes: [Route] = []
    }

    /// All routes in the order in which they were added.
    package private(set) var routes: [Route] = []
    private var nodes = [Node()]

    /// Creates a router without a route.
    package init() {}

    /// Adds a route; the same method and pattern twice is a programming error.
    ///
    /// - Parameters:
    ///   - method: The one method of the route.
    ///   - pattern: Begins with `/`; a segment such as `{id}` is a parameter.
    ///   - maximumBodyBytes: A limit of its own, for uploads.
    ///   - streamsBody: Whether the handler begins at the head and reads the body as it comes.
    ///   - isListed: Whether `Allow` names it.
    ///   - handler: Answers the request.
    package mutating func add(
        _ method: HTTPMethod, _ pattern: String, maximumBodyBytes: Int? = nil, streamsBody: Bool = false,
        isListed: Bool = true, _ handler: @escaping HTTPHandler
    ) {
        precondition(pattern.hasPrefix("/"), "A pattern begins with '/'")
        let route = Route(
            method: method, pattern: pattern, maximumBodyBytes: maximumBodyBytes,
            streamsBody: streamsBody, isListed: isListed, handler: handler)
        let node = pattern.routeSegments.reduce(0) { child(of: $0, for: $1) }
        precondition(
            !nodes[node].routes.contains { $0.method == method }, "\(method) \(pattern) is there already")
        nodes[node].routes.append(route)
        routes.append(route)
    }

    /// Adds all routes of another router.
    package mutating func add(_ other: Router) {
        for route in other.routes {
            add(
                route.method, route.pattern, maximumBodyBytes: route.maximumBodyBytes,
                streamsBody: route.streamsBody, isListed: route.isListed, route.handler)
        }
    }

    func match(_ method: HTTPMethod, _ segments: some Collection<String>) -> Match {
        guard let node = find(Array(segments)[...], from: 0) else { return .notFound }
        let routes = nodes[node].routes
        let exact = routes.first { $0.method == method }
        guard let route = exact ?? (method == .head ? routes.first { $0.method == .get } : nil) else {
            return .wrongMethod(allowed: Self.allowed(by: routes))
        }
        guard route.pattern.utf8.contains(UInt8(ascii: "{")) else { return .found(route, parameters: [:]) }
        var parameters: [String: String] = [:]
        for (name, value) in zip(route.pattern.routeSegments, segments) {
            if let name = name.parameterName { parameters[name] = value }
        }
        return .found(route, parameters: parameters)
    }

    private static func allowed(by routes: [Route]) -> [HTTPMethod] {
        var methods = Set(routes.filter(\.isListed).map(\.method))
        methods.insert(.options)
        if methods.contains(.get) { methods.insert(.head) }
        return HTTPMethod.allCases.filter(methods.contains)
    }

    private mutating func child(of node: Int, for segment: String) -> Int {
        let isParameter = segment.parameterName != nil
        if let known = isParameter ? nodes[node].parameter : nodes[node].literals[segment] { return known }
        nodes.append(Node())
        let new = nodes.count - 1
        if isParameter { nodes[node].parameter = new } else { nodes[node].literals[segment] = new }
        return new
    }

    /// Walks down, and back up where a literal was the wrong turn.
    private func find(_ segments: ArraySlice<String>, from node: Int) -> Int? {
        guard let segment = segments.first else { return nodes[node].routes.isEmpty ? nil : node }
        let rest = segments.dropFirst()
        if let literal = nodes[node].literals[segment], let found = find(rest, from: literal) { return found }
        guard let parameter = nodes[node].parameter, !segment.isEmpty else { return nil }
        return find(rest, from: parameter)
    }
}

extension String {
    /// The segments of a pattern: none for `/`.
    fileprivate var routeSegments: [String] {
        self == "/"
            ? [] : dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }

    /// `id` for `{id}`.
    fileprivate var parameterName: String? {
        hasPrefix("{") && hasSuffix("}") ? String(dropFirst().dropLast()) : nil
    }
}
