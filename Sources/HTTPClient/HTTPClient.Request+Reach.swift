extension HTTPClient.Request {
    /// Checks the URL without asking the network.
    ///
    /// - Throws: ``HTTPClientError/Code/invalidRequest`` for what is no URL of a server,
    ///   ``HTTPClientError/Code/forbiddenAddress`` for an address that is out of ``reach`` whatever the
    ///   network says.
    package func checkAddress() throws(HTTPClientError) {
        let host = try ServerAddress(url).host
        guard reach == .publicAddresses else { return }
        let isLocalName = host == "localhost" || host.hasSuffix(".localhost") || host.hasSuffix(".local")
        let isPublic = NetworkAddress(literal: host).map(\.isPublic) ?? !isLocalName
        guard isPublic else { throw .forbidden(host) }
    }

    /// Whether the request goes to the server of another URL: scheme, host and port.
    ///
    /// - Throws: ``HTTPClientError/Code/invalidRequest`` for what is no URL of a server.
    package func isSameServer(as other: String) throws(HTTPClientError) -> Bool {
        try ServerAddress(url) == ServerAddress(other)
    }
}

extension HTTPClientError {
    static func forbidden(_ host: String) -> Self {
        Self(
            .forbiddenAddress, "\(host) is no public address, and only those are connected to",
            mayHaveArrived: false)
    }
}
