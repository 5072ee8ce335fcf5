import HTTPServer
import Synchronization
import Telemetry

/// Counts and logs every request that is over.
final class RequestObserver: HTTPObserver {
    /// Routes, methods and statuses are closed sets, so there are not many kinds.
    private struct Kind: Hashable {
        let route: String?
        let method: HTTPMethod?
        let status: Int
    }

    private struct Instruments {
        let requests: Counter
        let durations: Histogram
    }

    /// What a request is counted under when no route matched.
    static let unmatched = "unmatched"

    private static let statuses = [
        200, 201, 202, 204, 206, 303, 304, 308, 400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 414,
        415,
        416, 417, 421, 422, 428, 429, 431, 499, 500, 501, 502, 503, 505, 507,
    ]

    private let found = Mutex<[Kind: Instruments]>([:])
    private let requests: MetricFamily<Counter>
    private let durations: MetricFamily<Histogram>
    private let received: Counter
    private let sent: Counter
    private let connections: Gauge
    private let log: Log
    private let traces: RequestTraces
    private let accessLog: AccessLog

    init(
        registry: MetricsRegistry, log: Log, routes: [String], traces: RequestTraces, accessLog: AccessLog
    ) {
        (self.log, self.traces, self.accessLog) = (log, traces, accessLog)
        let route = Label("route", routes + [Self.unmatched])
        requests = registry.counter(
            "reprise_http_requests_total", help: "Requests answered, by route, method and status.",
            labels: [
                route, Label("method", HTTPMethod.self), Label("status", Self.statuses.map(String.init)),
            ])
        durations = registry.histogram(
            "reprise_http_request_duration_seconds",
            help: "Time from the first byte of a request to the last byte of its answer.", labels: [route])
        received = registry.counter(
            "reprise_http_received_bytes_total", help: "Bytes of requests, heads included.")
        sent = registry.counter("reprise_http_sent_bytes_total", help: "Bytes of answers, heads included.")
        connections = registry.gauge("reprise_http_connections", help: "Connections that are open.")
    }

    func finished(_ exchange: HTTPExchange) {
        let instruments = instruments(of: exchange)
        instruments.requests.increment()
        let trace = traces.end(exchange.requestID)
        let exemplar = trace?.isSampled == true ? trace?.traceID.description : nil
        instruments.durations.observe(exchange.duration, exemplar: exemplar)
        received.increment(by: exchange.bytesIn)
        sent.increment(by: exchange.bytesOut)
        log.record(level(of: exchange), "request") {
            [
                "request.id": exchange.requestID, "trace.id": trace?.traceID.description,
                "http.method": exchange.method?.rawValue,
                "http.route": exchange.route, "http.path": exchange.path, "http.status": exchange.status,
                "http.duration": exchange.duration, "http.received": exchange.bytesIn,
                "http.sent": exchange.bytesOut, "http.complete": exchange.isComplete,
            ]
        }
    }

    /// Finds what counts exchanges of this kind; the families are asked once for each kind.
    private func instruments(of exchange: HTTPExchange) -> Instruments {
        let kind = Kind(route: exchange.route, method: exchange.method, status: exchange.status)
        return found.withLock { found in
            if let instruments = found[kind] { return instruments }
            let route = exchange.route ?? Self.unmatched
            let instruments = Instruments(
                requests: requests[
                    route, exchange.method?.rawValue ?? Label.other, String(exchange.status)],
                durations: durations[route])
            found[kind] = instruments
            return instruments
        }
    }

    func connectionsChanged(open: Int) { connections.set(open) }

    /// What was read is for the one who looks for a fault; what was changed or refused is for the record.
    private func level(of exchange: HTTPExchange) -> LogLevel {
        switch accessLog {
        case .all: .info
        case .none: .debug
        case .changes:
            exchange.status < 400 && [.get, .head, .options].contains(exchange.method) ? .debug : .info
        }
    }
}

extension HTTPExchange {
    /// The target without its query, which holds what people typed.
    fileprivate var path: String { String(target.prefix { $0 != "?" }) }
}
