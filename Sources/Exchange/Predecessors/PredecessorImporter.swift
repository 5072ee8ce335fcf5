package import Domain

/// Takes in what the programs before this one kept.
package struct PredecessorImporter {
    private let importer: Importer
    private let maker: HistoryMaker

    /// - Parameters:
    ///   - importer: Who takes the histories in.
    ///   - writer: Who understands the ideas.
    ///   - workspace: Where they go.
    package init(importer: Importer, writer: any PromptWriter, workspace: Workspace) {
        self.importer = importer
        maker = HistoryMaker(writer: writer, workspace: workspace)
    }

    /// Takes one file in, of whichever kind it is.
    ///
    /// - Throws: ``ExchangeError`` when it is of no kind that is known; ``StoreError``.
    package func importFile(at path: String) async throws -> ImportReport {
        var report = ImportReport()
        let contents = try PredecessorFile.contents(of: path)
        report.refused = contents.refused
        for foreign in contents.prompts {
            do {
                try await importer.add([maker.history(of: foreign)], to: &report)
            } catch let error as ExchangeError {
                report.refused.append(error.description)
            }
        }
        return report
    }
}
