package import Domain
package import Similarity

/// Reads texts in any language the way comparisons need them.
package struct TextReader: Sendable {
    private let reader: IdeaReader
    private let embedder: any Embedder

    package init(reader: IdeaReader, embedder: any Embedder) {
        self.reader = reader
        self.embedder = embedder
    }

    /// Reads one text; what the reader does not know is compared as it stands.
    ///
    /// - Throws: ``InputError`` when the text is empty or too long, ``EmbeddingError``.
    package func read(_ text: String) async throws -> ComparableText {
        let idea = try Idea(typed: text)
        let (english, terms) = await understood(idea)
        let vectors = try await embedder.embed([english] + Sentences.of(english))
        return ComparableText(
            text: idea.text, terms: terms, english: english, vector: vectors.first,
            passages: Array(vectors.dropFirst()),
            pieces: embedder.wordPieces?.pieces(of: ContentWords.of(english)) ?? [])
    }

    private func understood(_ idea: Idea) async -> (english: String, terms: [String]) {
        guard idea.language == .korean, let reading = try? await reader.read(idea) else {
            return (idea.text, [])
        }
        let english = reading.understanding.translation
        return (english.isEmpty ? idea.text : english, reading.terms)
    }
}
