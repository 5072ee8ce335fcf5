import BlockingExecutor
package import Domain
import Glibc

/// Joins clips into films, by a worker process of its own for each.
package struct FilmWorker: Sendable {
    private let settings: LocalVideoSettings

    package init(_ settings: LocalVideoSettings) { self.settings = settings }

    /// Has a film made and waits for it.
    ///
    /// - Parameter progress: Called with 0...1 after each clip.
    /// - Throws: ``ProviderError/Code/invalidRequest`` naming the clip that cannot be read,
    ///   ``ProviderError/Code/storage`` when the film cannot be written or the worker is missing.
    package func join(
        _ order: FilmOrder, progress: @escaping @Sendable (Double) -> Void
    ) async throws(ProviderError) -> RenderReport.Film {
        let pool = BlockingPool(name: "film", threads: 1)
        return try await pool.run { [settings] () throws(ProviderError) in
            let log = "\(settings.temporaryFolder)/reprise-film-\(getpid()).log"
            let worker = try WorkerProcess(program: settings.workerPath, log: log)
            defer { worker.end() }
            let outcome = worker.carryOut(
                order, id: order.id, until: .now + settings.deadline, progress: progress)
            switch outcome {
            case .done(let report):
                guard let film = report.film else { throw ProviderError.workerEnded(log: "no film") }
                return film
            case .refused(let error), .broken(let error): throw error
            case .unheard: throw ProviderError.workerEnded(log: worker.lastWords)
            }
        }
    }
}
