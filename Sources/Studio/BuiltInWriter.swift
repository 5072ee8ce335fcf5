package import Domain
package import Prompting

/// The writer that needs nothing but its data: reads the idea, then composes the prompt.
///
/// The same idea, hints and versions give the same prompt, on every machine.
package struct BuiltInWriter: PromptWriter {
    private let reader: IdeaReader
    private let catalogue: ModelCatalogue
    private let composer = PromptComposer()

    package init(reader: IdeaReader, catalogue: ModelCatalogue) {
        self.reader = reader
        self.catalogue = catalogue
    }

    package var versions: [Version] { [PromptComposer.version] + reader.versions }

    package func write(_ idea: Idea) async throws(WriterError) -> Draft {
        try await write(idea, borrowing: [])
    }

    package func write(_ idea: Idea, borrowing phrases: [BorrowedPhrase]) async throws(WriterError) -> Draft {
        let compose = try composing(idea)
        let understanding = try await reader.read(idea).understanding
        guard !understanding.translation.isEmpty else { throw .noContent }
        return Borrowing(phrases, hints: idea.hints).draft(of: understanding, composing: compose)
    }

    /// Finds the model that an idea is for, and returns what makes the draft once the idea is understood.
    package func composing(_ idea: Idea) throws(WriterError) -> (Understanding) -> Draft {
        let model = try target(of: idea)
        return { composer.compose($0, hints: idea.hints, model: model) }
    }

    private func target(of idea: Idea) throws(WriterError) -> TargetModel {
        do {
            return try catalogue.model(idea.hints.model)
        } catch {
            throw .input(error)
        }
    }
}
