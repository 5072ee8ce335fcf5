/// Turns an idea into a prompt.
package protocol PromptWriter: Sendable {
    /// Writes the prompt for the model named in the idea's hints, or for the default one.
    ///
    /// - Throws: ``WriterError``; a failure is never text in a prompt.
    func write(_ idea: Idea) async throws(WriterError) -> Draft

    /// Like ``write(_:)``, and fills what the idea leaves open with phrases of past prompts.
    ///
    /// - Parameter phrases: At most one for a slot; those that were used are in ``Draft/borrowed``.
    func write(_ idea: Idea, borrowing phrases: [BorrowedPhrase]) async throws(WriterError) -> Draft

    /// What the output depends on besides the idea: the writer first, then template set and lexicon.
    ///
    /// A draft that names another ``Draft/writer`` than the first was made by a stand-in.
    var versions: [Version] { get }
}

extension PromptWriter {
    /// A writer that fills what is left open by itself borrows nothing.
    package func write(_ idea: Idea, borrowing phrases: [BorrowedPhrase]) async throws(WriterError) -> Draft {
        try await write(idea)
    }
}

/// Why no prompt was written.
package enum WriterError: Error, Sendable, Hashable {
    /// The idea or a hint does not fit.
    case input(InputError)
    /// Nothing in the idea says what to show.
    case noContent
    /// The idea's language needs a part that is not there.
    case unsupportedLanguage(Language)
    /// A part that the writer needs failed.
    case unavailable(String)
}

/// Cuts Korean into morphemes.
package protocol MorphemeAnalyzer: Sendable {
    /// Analyses one text in NFC; every byte that is no white space belongs to a morpheme.
    func morphemes(of text: String) async throws(WriterError) -> [Morpheme]

    /// Name and version of the dictionary.
    var dictionary: Version { get }
}

extension WriterError {
    /// What went wrong and what to do, for the person who asked.
    package var sentence: String {
        switch self {
        case .input(let error): error.description
        case .noContent: "The idea says nothing that could be shown; name a thing, a place or an action"
        case .unsupportedLanguage:
            "The built-in writer reads Korean and English; other languages need a language model"
        case .unavailable(let reason): reason
        }
    }

    /// Whether another idea would have helped.
    package var isAboutInput: Bool {
        switch self {
        case .input, .noContent, .unsupportedLanguage: true
        case .unavailable: false
        }
    }
}
