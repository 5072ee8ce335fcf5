import API
import Domain
import HTTPServer

extension Settings {
    /// Whether only this machine is served.
    var servesLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    /// How the server listens and what it puts up with.
    ///
    /// - Throws: ``InputError`` when only one half of a certificate is given.
    var httpConfiguration: HTTPConfiguration {
        get throws(InputError) {
            var configuration = HTTPConfiguration()
            configuration.host = host
            configuration.port = port
            configuration.maximumBodyBytes = maximumBodyBytes
            configuration.handlerDeadline = .seconds(requestSeconds)
            configuration.maximumConnections = maximumConnections
            configuration.hostNames = hostNames
            guard tlsCertificate.isEmpty == tlsKey.isEmpty else {
                throw InputError(
                    field: tlsKey.isEmpty ? "tls-key" : "tls-certificate", code: .missing,
                    expected: "the other half, as a file in PEM")
            }
            if !tlsCertificate.isEmpty {
                configuration.tls = TLSFiles(certificate: tlsCertificate, key: tlsKey)
            }
            return configuration
        }
    }

    /// How much one client may ask for.
    var requestLimits: RequestLimits {
        var limits = RequestLimits()
        limits.requests = rateRequests
        limits.window = .seconds(rateSeconds)
        limits.concurrent = maximumConcurrent
        limits.coversLoopback = limitsLoopback
        limits.trustedProxies = Set(Self.words(of: trustedProxies))
        return limits
    }

    /// Who opens a page of ours under another name may be sent there by somebody else's page, whose script
    /// could then read our answers (DNS rebinding); on loopback nobody else has to be asked for.
    private var hostNames: Set<String>? {
        let names = Self.words(of: serverNames)
        if names.isEmpty, !servesLoopback { return nil }
        return Set(names + ["localhost"])
    }

    private static func words(of list: String) -> [String] {
        list.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }.filter { !$0.isEmpty }
    }
}
