import Domain

extension HTTPClient.Request {
    /// Returns the request that a redirect asks for; nil when the answer is none that is followed.
    ///
    /// - Throws: ``HTTPClientError/Code/invalidRequest`` when the redirect leads somewhere it must not.
    func redirected(by response: HTTPClient.Response) throws(HTTPClientError) -> Self? {
        guard [301, 302, 303, 307, 308].contains(response.status), [.get, .head].contains(method),
            let location = response.header("location")
        else { return nil }
        guard let target = ServerAddress.resolve(location, against: url) else {
            throw HTTPClientError(
                .malformedAnswer, "A redirect leads to something that is no URL", mayHaveArrived: true)
        }
        let (here, there) = (try ServerAddress(url), try ServerAddress(target))
        guard here.scheme == there.scheme || there.scheme == "https" else {
            throw HTTPClientError(
                .tls, "A redirect of \(here.host) leads from https to http; it is not followed",
                mayHaveArrived: true)
        }
        var next = self
        next.url = target
        if here != there {
            next.headers = headers.filter { !$0.value.isSecret }
            if reach == .publicElsewhere { next.reach = .publicAddresses }
        }
        return next
    }
}

extension HTTPClient.Request.Value {
    var isSecret: Bool {
        switch self {
        case .text: false
        case .secret: true
        }
    }

    /// The text that goes over the wire.
    var wireText: String {
        switch self {
        case .text(let text): text
        case .secret(let secret): secret.reveal()
        }
    }
}
