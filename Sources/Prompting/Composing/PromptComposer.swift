package import Domain

/// Writes the prompt for a model out of an idea that was understood.
///
/// Pure: the same understanding, hints, model and settings give the same draft on every machine.
package struct PromptComposer: Sendable {
    /// The built-in writer, as drafts name it.
    package static let version = Version(name: "built-in", version: "1")

    /// Whether quality words, a default shot and a default light are added.
    package var enriches: Bool

    package init(enriches: Bool = true) { self.enriches = enriches }

    package func compose(
        _ understanding: Understanding, hints: Hints, model: TargetModel
    ) -> Draft {
        let scene = understanding.scene
        let template = Template(model: model, category: Category(of: scene))
        let exclusions = Exclusions(scene.exclusions.map(\.text), for: model, standard: enriches)
        var pieces = SceneSlots(understanding: understanding, hints: hints, model: model).pieces
        if enriches {
            let enrichment = Enrichment(category: template.category, seed: hints.seed)
            pieces += enrichment.pieces(for: pieces, isDrawn: isDrawn(scene, hints))
        }
        let fitted = Shortening(template: template, exclusions: exclusions).fit(pieces)
        let parameters = self.parameters(hints, model)
        let lint = PromptLint(
            text: fitted.text, scene: scene, hints: hints, parameters: parameters, model: model)
        let isWritten = { (piece: Piece) in model.slots.contains(piece.slot) }
        return Draft(
            text: fitted.text, negative: exclusions.negative, model: model.name, parameters: parameters,
            category: template.category, scene: scene, translation: understanding.translation,
            phrases: understanding.phrases,
            enrichment: fitted.pieces.filter { $0.isEnrichment && isWritten($0) }.map(\.text),
            warnings: fitted.warnings + exclusions.warnings + lint.warnings, writer: Self.version,
            template: template.version,
            lexicon: Version(name: "lexicon", version: understanding.lexiconVersion))
    }

    /// Ten seconds unless the idea says otherwise; the shape is the model's own by default.
    private func parameters(_ hints: Hints, _ model: TargetModel) -> PromptParameters {
        PromptParameters(
            aspect: hints.aspect ?? model.aspects.first ?? .wide,
            durationSeconds: hints.durationSeconds ?? PromptParameters().durationSeconds, seed: hints.seed)
    }

    private func isDrawn(_ scene: Scene, _ hints: Hints) -> Bool {
        (hints.styles + scene.style.map(\.text)).contains { StylePreset(word: $0)?.isDrawn ?? false }
    }
}
