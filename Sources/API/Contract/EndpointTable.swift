import HTTPServer

/// All endpoints, and how their patterns lie below one another.
struct EndpointTable: Sendable {
    let endpoints: [Endpoint]

    init(_ endpoints: [Endpoint]) { self.endpoints = endpoints }

    /// Patterns with their endpoints, in the order of the table.
    var byPattern: [(pattern: String, endpoints: [Endpoint])] {
        var order: [String] = []
        var groups: [String: [Endpoint]] = [:]
        for endpoint in endpoints {
            if groups[endpoint.pattern] == nil { order.append(endpoint.pattern) }
            groups[endpoint.pattern, default: []].append(endpoint)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    /// What can be done from the page of an endpoint: everything on its pattern and below that changes
    /// something, and its own search.
    func operations(from page: Endpoint) -> [Endpoint] {
        let search = page.fields.contains { $0.place == .query } ? [page] : []
        return search
            + endpoints.filter {
                $0.method != .get && !$0.streamsBody && Self.rest(of: $0.pattern, below: page.pattern) != nil
            }
            .filter { page.pattern != "/v1" || !$0.pattern.contains("{") }
    }

    /// Pages that lie one step below the page of an endpoint, with the rest of their path.
    func pages(below page: Endpoint) -> [(endpoint: Endpoint, rest: String)] {
        endpoints.compactMap { endpoint in
            guard endpoint.method == .get, let rest = Self.rest(of: endpoint.pattern, below: page.pattern),
                !rest.isEmpty, !rest.contains("{")
            else { return nil }
            return (endpoint, rest)
        }
    }

    private static func rest(of pattern: String, below base: String) -> String? {
        guard pattern.hasPrefix(base) else { return nil }
        let rest = pattern.dropFirst(base.count)
        return rest.isEmpty || rest.hasPrefix("/") ? String(rest) : nil
    }
}
