package import HTTPServer
package import Studio
package import Telemetry

/// The service over HTTP: every route, its documentation, its errors, its metrics.
///
/// ```swift
/// let server = API(studio: studio, registry: registry, log: log).server(configuration: configuration)
/// let address = try await server.start()
/// ```
package struct API: Sendable {
    let studio: Studio
    let registry: MetricsRegistry
    let log: Log
    let repeatedAnswers = RepeatedAnswers()

    package init(studio: Studio, registry: MetricsRegistry, log: Log) {
        self.studio = studio
        self.registry = registry
        self.log = log
    }

    /// Makes a server that serves all of it, and declares the metrics of requests.
    package func server(configuration: HTTPConfiguration = HTTPConfiguration()) -> HTTPServer {
        let endpoints = endpoints
        let observer = RequestObserver(
            registry: registry, log: log, routes: Set(endpoints.map(\.pattern)).sorted())
        let router = endpoints.reduce(into: Router()) { router, endpoint in
            router.add(endpoint.method, endpoint.pattern, handler(of: endpoint))
        }
        return HTTPServer(configuration: configuration, router: router, observer: observer) { fault in
            Problem(fault).response(in: .english, requestID: fault.requestID)
        }
    }

    /// Every route there is: the one table that is served and documented.
    var endpoints: [Endpoint] {
        promptEndpoints + markEndpoints + trashEndpoints + batchEndpoints + modelEndpoints + revisionEndpoints
            + branchEndpoints
            + reviewEndpoints + reviewTalkEndpoints + labelEndpoints + searchEndpoints
            + recommendationEndpoints + cacheEndpoints + videoEndpoints + hookEndpoints + pictureEndpoints
            + serviceEndpoints + pageEndpoints
    }
}
