import Domain
import HTTPServer
import Studio

extension API {
    /// Where services say that something happened to a job.
    var hookEndpoints: [Endpoint] {
        let provider = Field.line("provider", in: .path, "Who speaks.", maximum: 64)
        let token = Field.text(
            "token", in: .query, "The secret of the address, for services that do not sign.")
        var endpoint = Endpoint(
            method: .post, pattern: "/v1/hooks/{provider}", name: "hearProvider",
            summary: "Takes a message of a service about a job, with its signature; it only makes the "
                + "service be asked.",
            fields: [provider.description, token.description],
            replies: [.init(204, "It was taken.")], problems: [.notFound, .forbidden, .conflict]
        ) { input in
            let headers = input.request.headers
            let message = HookMessage(body: input.request.body, token: try input.value(token)) { headers[$0] }
            try studio.hear(message, from: input.required(provider))
            return HTTPResponse(status: 204)
        }
        endpoint.bodies = ["application/json": ["type": "object"]]
        return [endpoint]
    }
}

extension Problem {
    init(_ error: HookError) {
        switch error {
        case .unknownProvider: self.init(.notFound, "Nobody of that name is heard here", field: "provider")
        case .wrongSignature: self.init(.forbidden, "The signature is not the service's")
        case .tooOld: self.init(.forbidden, "The message is older than five minutes, or from the future")
        case .repeated: self.init(.conflict, "The message was here before")
        case .malformed(let reason): self.init(.invalidField, "The message is malformed: \(reason)")
        }
    }
}
