import HTTPServer

/// What is served under one method of one pattern: an endpoint, and for `POST` also what plain HTML forms
/// send in place of another method.
///
/// A form knows only `GET` and `POST`; its field `_method` says `DELETE`, `PATCH` or `PUT`.
struct FormRoute: Sendable {
    let method: HTTPMethod
    let pattern: String
    private let own: Endpoint?
    private let stoodFor: [Endpoint]

    /// The routes of the endpoints of one pattern.
    static func all(of endpoints: [Endpoint]) -> [FormRoute] {
        guard let pattern = endpoints.first?.pattern else { return [] }
        let others = endpoints.filter { [.delete, .patch, .put].contains($0.method) }
        var routes = endpoints.map { endpoint in
            FormRoute(
                method: endpoint.method, pattern: pattern, own: endpoint,
                stoodFor: endpoint.method == .post ? others : [])
        }
        if !others.isEmpty, !endpoints.contains(where: { $0.method == .post }) {
            routes.append(FormRoute(method: .post, pattern: pattern, own: nil, stoodFor: others))
        }
        return routes
    }

    /// Whether its work begins before the body is whole.
    var streamsBody: Bool { own?.streamsBody ?? false }

    /// Whether it is an endpoint of its own, and not only a way for forms.
    var isListed: Bool { own != nil }

    /// Whether it answers with a stream.
    var isStream: Bool { own?.isStream ?? false }

    /// Whether it counts against a client's limits.
    var isLimited: Bool { own?.isLimited ?? true }

    /// Whether any of its endpoints may compute for long.
    var computes: Bool { ([own].compactMap(\.self) + stoodFor).contains(where: \.computes) }

    /// The endpoint that a request means.
    ///
    /// - Throws: `BodyError` when the form cannot be read, ``Problem`` when there is no such method.
    func endpoint(for request: HTTPRequest) throws -> Endpoint {
        if stoodFor.isEmpty, let own { return own }
        let isForm = Self.formTypes.contains { request.headers["Content-Type"]?.hasPrefix($0) == true }
        let named = isForm ? try FormFields(request).string(ReadableForm.methodField) : nil
        guard let named else {
            if let own { return own }
            throw refusal("This path takes a POST only with the field '_method'", named: nil)
        }
        guard let endpoint = stoodFor.first(where: { $0.method.rawValue == named }) else {
            throw refusal("This path does not take \(named)", named: named)
        }
        return endpoint
    }

    private static let formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"]

    private func refusal(_ detail: String, named: String?) -> Problem {
        let methods = stoodFor.map(\.method.rawValue).joined(separator: ", ")
        var problem = Problem(
            .methodNotAllowed, detail, field: named == nil ? nil : ReadableForm.methodField,
            expected: "one of \(methods)")
        problem.headers = ["Allow": methods]
        return problem
    }
}
