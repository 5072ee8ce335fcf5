package import Domain
package import HTTPServer
import MemoryCache
package import Studio
package import Telemetry

/// The service over HTTP: every route, its documentation, its errors, its metrics.
///
/// ```swift
/// let api = API(studio: studio, access: desk, registry: registry, log: log)
/// let server = api.server(configuration: configuration)
/// let address = try await server.start()
/// ```
package struct API: Sendable {
    let studio: Studio
    let door: Door
    let registry: MetricsRegistry
    let log: Log
    let idempotency: any IdempotencyRecords
    let limiter: RequestLimiter
    /// Begins the traces of requests.
    package var tracer = Tracer(queue: nil)
    /// Which requests are logged.
    package var accessLog = AccessLog.changes
    let repeatedAnswers = RepeatedAnswers()
    let lastingAnswers = LastingAnswers()
    let requestTraces = RequestTraces()

    /// - Parameters:
    ///   - desk: Knows keys and sessions.
    ///   - idempotency: Remembers requests that have an `Idempotency-Key`.
    ///   - limits: How much one client may ask for.
    ///   - rates: Counts what clients ask for.
    package init(
        studio: Studio, access desk: AccessDesk, registry: MetricsRegistry, log: Log,
        idempotency: any IdempotencyRecords = MemoryIdempotencyRecords(),
        limits: RequestLimits = RequestLimits(), rates: any RateCounter = MemoryRateCounter()
    ) {
        limiter = RequestLimiter(limits, rates: rates)
        self.idempotency = idempotency
        self.studio = studio
        door = Door(desk: desk, metrics: AccessMetrics(registry))
        self.registry = registry
        self.log = log
    }

    /// Makes a server that serves all of it, and declares the metrics of requests.
    package func server(configuration: HTTPConfiguration = HTTPConfiguration()) -> HTTPServer {
        let table = EndpointTable(endpoints)
        let patience = configuration.handlerDeadline
        let observer = RequestObserver(
            registry: registry, log: log, routes: Set(endpoints.map(\.pattern)).sorted(),
            traces: requestTraces, accessLog: accessLog)
        var router = Router()
        for (pattern, endpoints) in table.byPattern {
            for route in FormRoute.all(of: endpoints) {
                let limit = route.streamsBody ? Int.max : nil
                router.add(
                    route.method, pattern, maximumBodyBytes: limit, streamsBody: route.streamsBody,
                    isListed: route.isListed,
                    handler(of: route, in: table, within: patience))
            }
        }
        return HTTPServer(configuration: configuration, router: router, observer: observer) { fault in
            Problem(fault).response(to: fault.requestHeaders, requestID: fault.requestID)
        }
    }

    /// Every route there is: the one table that is served and documented.
    var endpoints: [Endpoint] {
        promptEndpoints + streamEndpoints + markEndpoints + trashEndpoints + batchEndpoints + modelEndpoints
            + revisionEndpoints
            + branchEndpoints
            + reviewEndpoints + reviewTalkEndpoints + labelEndpoints + searchEndpoints
            + recommendationEndpoints + cacheEndpoints + videoEndpoints
            + roomEndpoints + keyEndpoints + signInEndpoints
            + serviceEndpoints + overviewEndpoints + pageEndpoints
    }
}
