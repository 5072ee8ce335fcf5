import Studio
import Telemetry

/// Counts who was not let in, and why.
struct AccessMetrics: Sendable {
    enum Reason: String, Sendable, CaseIterable {
        case nothingShown = "nothing_shown"
        case unknown, expired, revoked
        case tooManyTries = "too_many_tries"
        /// The role does not include it.
        case notPermitted = "not_permitted"
        /// A form without the token of its session.
        case form

        init(_ refusal: AccessRefusal) {
            self =
                switch refusal {
                case .nothingShown: .nothingShown
                case .unknown: .unknown
                case .expired: .expired
                case .revoked: .revoked
                case .tooManyTries: .tooManyTries
                }
        }
    }

    private let refusals: MetricFamily<Counter>

    init(_ registry: MetricsRegistry) {
        refusals = registry.counter(
            "reprise_access_refusals_total", help: "Requests that were not let in, by reason.",
            labels: [Label("reason", Reason.self)])
    }

    func count(_ reason: Reason) { refusals[reason.rawValue].increment() }
}
