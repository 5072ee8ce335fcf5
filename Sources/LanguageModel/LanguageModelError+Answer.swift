import HTTPClient
import Resilience

extension LanguageModelError {
    init(_ error: HTTPClientError) {
        switch error.code {
        case .timedOut: self.init(.timedOut, "it did not answer in time")
        case .tooLarge: self.init(.tooLong, "its answer has no end")
        case .invalidRequest, .forbiddenAddress: self.init(.requestRefused, error.message)
        case .couldNotResolve, .couldNotConnect, .tls, .dropped, .malformedAnswer, .file, .cancelled:
            self.init(.unreachable, error.message)
        }
    }

    /// The error that an answer without success stands for.
    init(status: Int, retryAfter: String?) {
        let wait = retryAfter.flatMap(Double.init).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
            .map { Duration.seconds(min($0, 86_400)) }
        switch status {
        case 401, 403: self.init(.keyRefused, "it does not accept the key (status \(status))")
        case 429: self.init(.throttled, "it asks for fewer calls (status 429)", retryAfter: wait)
        case 500...: self.init(.serverFailed, "it failed (status \(status))", retryAfter: wait)
        default: self.init(.requestRefused, "it refused the request (status \(status))")
        }
    }

    /// Judges any error of a call for ``Retry``.
    static func fault(of error: any Error) -> Fault {
        guard let error = error as? Self else { return .permanent }
        switch error.code {
        case .throttled: return .throttled(retryAfter: error.retryAfter)
        case .serverFailed where error.retryAfter != nil: return .throttled(retryAfter: error.retryAfter)
        case .serverFailed, .unreachable, .timedOut: return .transient
        case .keyRefused, .requestRefused, .tooLong, .declined, .cut, .malformed, .drifted, .circuitOpen:
            return .permanent
        }
    }

    /// The typed error for whatever retry, breaker and call may throw.
    static func of(_ error: any Error) -> Self {
        switch error {
        case let error as Self: error
        case let error as HTTPClientError: Self(error)
        case is CircuitOpen: Self(.circuitOpen, "it failed too often lately and gets a pause")
        default: Self(.timedOut, "it did not answer in time")
        }
    }
}
