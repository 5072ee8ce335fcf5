import Domain
import FoundationEssentials

extension WorkerProcess {
    /// How an order ended, and whether the worker can take another.
    enum Outcome {
        case done(RenderReport)
        /// The worker said why not; it lives on.
        case refused(ProviderError)
        /// The worker is gone or not to be trusted.
        case broken(ProviderError)
        /// The worker was gone before it said anything.
        case unheard
    }

    /// Has one order carried out and waits for it.
    ///
    /// - Parameters:
    ///   - order: A ``RenderOrder`` or ``FilmOrder``.
    ///   - id: The order's.
    ///   - deadline: When to give up.
    ///   - progress: Called with 0...1 on this thread.
    func carryOut(
        _ order: some Encodable, id: String, until deadline: ContinuousClock.Instant,
        progress: (Double) -> Void
    ) -> Outcome {
        var lines = LineStream(socket: stream, until: deadline)
        do throws(ProviderError) {
            guard let text = try? JSONEncoder().encode(order) else {
                return .refused(ProviderError(.invalidRequest, "The request cannot be written as JSON"))
            }
            guard try lines.send(Array(text)) else { return .unheard }
            var isHeard = false
            while let line = try lines.receive() {
                guard let report = try? JSONDecoder().decode(RenderReport.self, from: Data(line)),
                    report.id == id
                else { return .broken(.workerEnded(log: lastWords)) }
                isHeard = true
                switch report.event {
                case .progress: progress(report.progress ?? 0)
                case .done: return .done(report)
                case .failed: return .refused(ProviderError(report.failure))
                }
            }
            return isHeard ? .broken(.workerEnded(log: lastWords)) : .unheard
        } catch {
            return .broken(error)
        }
    }
}

extension ProviderError {
    fileprivate init(_ failure: VideoJob.Failure?) {
        self.init(failure?.reason ?? .transient, failure?.message ?? "The media worker failed")
    }
}
