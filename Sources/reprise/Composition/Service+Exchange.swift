import Domain
import Exchange
import Studio

extension Service {
    /// Writes bundles of everything that is kept.
    var exporter: Exporter { Exporter(archive: studio.parts.history, jobs: studio.parts.jobs) }

    /// Takes a file in, whichever of the known kinds it is.
    func importFile(at path: String, isDryRun: Bool) async throws -> ImportReport {
        let importer = Importer(
            archive: studio.parts.history, jobs: studio.parts.jobs, isDryRun: isDryRun,
            words: { [studio] in await studio.words(of: $0) })
        guard try !Importer.isBundle(at: path) else { return try await importer.importBundle(at: path) }
        return try await PredecessorImporter(
            importer: importer, writer: studio.parts.writer, workspace: .standard
        ).importFile(at: path)
    }
}
