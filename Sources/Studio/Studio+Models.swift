package import Domain
package import Prompting

extension Studio {
    /// The video models that prompts are written for.
    package var models: [TargetModel] { parts.catalogue.models }

    /// What the lint says about a prompt, and what its fixes leave.
    package struct LintReport: Sendable {
        package let model: TargetModel
        package let findings: [LintFinding]
        package let mended: LintedPrompt
        /// The rules whose fixes were applied.
        package let applied: [LintRule]
    }

    /// Checks a prompt for a model; nothing is kept.
    ///
    /// - Throws: ``InputError`` for the field `model` when the catalogue has no such model.
    package func lint(_ prompt: LintedPrompt, for model: ModelName?) throws(InputError) -> LintReport {
        LintReport(of: prompt, for: try parts.catalogue.model(model))
    }

    /// Writes variations of a prompt; nothing is kept.
    ///
    /// Each is what ``write(_:in:policy:)`` writes when the idea's hints name its number.
    ///
    /// - Parameter count: How many, 1 to 5; fewer come when nothing is left that could differ.
    /// - Throws: ``WriterError``.
    package func variations(of idea: Idea, count: Int) async throws -> [(number: Int, draft: Draft)] {
        var found: [(number: Int, draft: Draft)] = []
        for number in Hints.variations.prefix(count) {
            var idea = idea
            idea.hints.variation = number
            let draft = try await parts.writer.write(idea)
            if !found.contains(where: { $0.draft.text == draft.text }) { found.append((number, draft)) }
        }
        return found
    }
}

extension Studio.LintReport {
    /// Checks a prompt for a model and applies every fix there is.
    package init(of prompt: LintedPrompt, for model: TargetModel) {
        let lint = PromptLint(model: model)
        let result = lint.mended(prompt)
        self.init(
            model: model, findings: lint.findings(in: prompt), mended: result.prompt, applied: result.rules)
    }
}
