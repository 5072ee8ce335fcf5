package import Domain
package import HTTPClient
import Resilience
package import Telemetry

/// Has a language model read the idea, and composes the prompt as the built-in writer does.
///
/// The model only fills the scene. What it wrote is compared with what the built-in reader understood; when
/// the model is away, answers nonsense twice or changes what the idea says, the built-in reading is used, the
/// draft names the built-in writer and carries the warning ``fallbackRule``. Ideas that the built-in reader
/// cannot read need the model.
package struct LanguageModelWriter<C: Clock>: PromptWriter where C.Duration == Duration {
    /// What the writer needs from the rooms beside it.
    package struct Parts: Sendable {
        /// Finds the target of an idea and returns what makes a draft for it.
        package typealias Composing =
            @Sendable (Idea) throws(WriterError) -> (Understanding) -> Draft

        /// The built-in reading of an idea.
        let read: @Sendable (Idea) async throws(WriterError) -> Understanding
        let compose: Composing
        /// What drafts depend on besides the model: the versions of the built-in writer.
        let versions: [Version]
        let log: Log

        package init(
            read: @escaping @Sendable (Idea) async throws(WriterError) -> Understanding,
            compose: @escaping Composing, versions: [Version], log: Log
        ) {
            (self.read, self.compose, self.versions, self.log) = (read, compose, versions, log)
        }
    }

    private let parts: Parts
    private let metrics: LanguageModelMetrics
    let endpoint: ChatEndpoint<C>
    let client: HTTPClient

    package init(
        _ settings: LanguageModelSettings, parts: Parts, client: HTTPClient, clock: C,
        metrics: LanguageModelMetrics
    ) {
        self.parts = parts
        self.client = client
        self.metrics = metrics
        endpoint = ChatEndpoint(settings, client: client, clock: clock, metrics: metrics)
    }

    /// Who wrote, as drafts name it.
    package var version: Version {
        Version(name: "language-model", version: "\(endpoint.settings.model)/\(Conversation.version)")
    }

    package var versions: [Version] { [version] + parts.versions }

    package func write(_ idea: Idea) async throws(WriterError) -> Draft {
        try await write(idea, borrowing: [])
    }

    package func write(_ idea: Idea, borrowing phrases: [BorrowedPhrase]) async throws(WriterError) -> Draft {
        let borrowing = Borrowing(phrases, hints: idea.hints)
        let composing = try parts.compose(idea)
        let compose = { borrowing.draft(of: $0, composing: composing) }
        let reference = try await reference(of: idea)
        if let reference, reference.translation.isEmpty { throw .noContent }
        do throws(LanguageModelError) {
            var draft = compose(try await understand(idea, beside: reference))
            draft.writer = version
            return draft
        } catch {
            return try fallBack(from: error, to: reference.map(compose), of: idea)
        }
    }

    /// The built-in reading; nil when nobody here reads the language.
    private func reference(of idea: Idea) async throws(WriterError) -> Understanding? {
        do throws(WriterError) {
            return try await parts.read(idea)
        } catch {
            switch error {
            case .unsupportedLanguage, .unavailable: return nil
            case .input, .noContent: throw error
            }
        }
    }

    private func understand(_ idea: Idea, beside reference: Understanding?) async throws(LanguageModelError)
        -> Understanding
    {
        let deadline = endpoint.clock.deadline(in: endpoint.settings.deadline)
        var conversation = Conversation(about: idea)
        let first = try await endpoint.answer(to: conversation.messages, until: deadline)
        let problems: AnswerProblems
        do throws(AnswerProblems) {
            return try judge(first, idea, reference)
        } catch {
            problems = error
        }
        metrics.repairs.increment()
        conversation.askAgain(after: first, problems: problems.sentences)
        let second = try await endpoint.answer(to: conversation.messages, until: deadline)
        do throws(AnswerProblems) {
            return try judge(second, idea, reference)
        } catch {
            throw error.drifts.isEmpty
                ? LanguageModelError(.malformed, "its answer does not have the shape that was asked for")
                : LanguageModelError(.drifted, "it changed what the idea says: \(error.drifts.list)")
        }
    }

    /// The understanding that an answer holds, if it is one of this idea.
    private func judge(_ text: String, _ idea: Idea, _ reference: Understanding?) throws(AnswerProblems)
        -> Understanding
    {
        let answer = try SceneAnswer(text)
        let understanding = try answer.understanding(
            of: idea, lexiconVersion: reference?.lexiconVersion ?? "none")
        let drifts = FidelityCheck(idea: idea, reference: reference, language: answer.language)
            .drifts(of: understanding)
        for drift in drifts { metrics.drifts[drift.kind.rawValue].increment() }
        guard drifts.isEmpty else { throw AnswerProblems(drifts) }
        return understanding
    }

    private func fallBack(from error: LanguageModelError, to draft: Draft?, of idea: Idea)
        throws(WriterError) -> Draft
    {
        parts.log.warning(
            "language model did not write", ["reason": error.code.rawValue, "detail": error.message])
        guard var draft else {
            throw .unavailable("This idea needs the language model, and \(error.message)")
        }
        metrics.fallbacks[error.code.rawValue].increment()
        draft.warnings.append(
            PromptWarning(
                rule: Self.fallbackRule,
                message: "The built-in writer wrote this instead of the language model: \(error.message).",
                fix: "Check the prompt, or write it again later."))
        return draft
    }
}

extension LanguageModelWriter {
    /// The warning of a draft that the built-in writer made in place of the model.
    package static var fallbackRule: String { "language-model-fallback" }
}
