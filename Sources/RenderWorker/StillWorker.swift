import BlockingExecutor
package import Domain
import Glibc

/// Takes pictures out of clips that others made, and writes pictures anew, by a worker process of its own for each: what a service
/// sends may be anything, and what reads it may break.
package struct StillWorker: Sendable {
    private let settings: LocalVideoSettings
    private let pool = BlockingPool(name: "still", threads: 2)

    package init(_ settings: LocalVideoSettings) { self.settings = settings }

    /// Writes a picture of a clip as a JPEG and waits for it.
    ///
    /// - Throws: ``ProviderError/Code/invalidRequest`` when the clip cannot be read,
    ///   ``ProviderError/Code/storage`` when the file cannot be written or the worker is missing.
    package func take(_ order: StillOrder) async throws(ProviderError) {
        try await carryOut(order, id: order.id)
    }

    /// Has a picture written anew and waits for it.
    ///
    /// - Throws: ``ProviderError/Code/invalidRequest`` when it is no picture that is read.
    package func rewrite(_ order: PictureOrder) async throws(ProviderError) {
        try await carryOut(order, id: order.id)
    }

    private func carryOut(_ order: some Encodable & Sendable, id: String) async throws(ProviderError) {
        try await pool.run { [settings] () throws(ProviderError) in
            let log = "\(settings.temporaryFolder)/reprise-still-\(id).log"
            let worker = try WorkerProcess(program: settings.workerPath, log: log)
            defer { worker.end() }
            switch worker.carryOut(order, id: id, until: .now + settings.deadline, progress: { _ in }) {
            case .done: return
            case .refused(let error), .broken(let error): throw error
            case .unheard: throw ProviderError.workerEnded(log: worker.lastWords)
            }
        }
    }
}
