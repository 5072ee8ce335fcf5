package import Domain

/// Writes the prompt for a model out of an idea that was understood.
///
/// Pure: the same understanding, hints, model and settings give the same draft on every machine.
package struct PromptComposer: Sendable {
    /// The built-in writer, as drafts name it.
    package static let version = Version(name: "built-in", version: "2")

    package init() {}

    /// - Parameter hints: Whether to enrich, to start from a picture, and which variation is meant.
    package func compose(
        _ understanding: Understanding, hints: Hints, model: TargetModel
    ) -> Draft {
        let scene = understanding.scene
        let template = Template(
            model: model, category: Category(of: scene), isFromImage: hints.isFromImage)
        let exclusions = Exclusions(scene.exclusions.map(\.text), for: model, standard: hints.enriches)
        let slots = SceneSlots(understanding: understanding, hints: hints, model: template.model)
        let own = slots.pieces
        let added = additions(to: own, template: template, hints: hints, styles: slots.styles, scene: scene)
        let isWritten = { (piece: Piece) in template.model.slots.contains(piece.slot) }
        let fitted = Shortening(template: template, closing: exclusions.sentences + length(hints, model))
            .fit((own + added).filter(isWritten))
        let linted = LintedPrompt(
            text: fitted.text, negative: exclusions.negative, hints: hints, scene: scene)
        return Draft(
            text: fitted.text, negative: exclusions.negative, model: model.name,
            parameters: parameters(hints, model),
            category: template.category.category, scene: scene, translation: understanding.translation,
            phrases: understanding.phrases,
            enrichment: fitted.pieces.filter(\.isEnrichment).map(\.text),
            warnings: fitted.warnings + exclusions.warnings + slots.styles.warnings
                + shownByImage(own.filter { !isWritten($0) }, hints)
                + PromptLint(model: template.model).findings(in: linted).map(\.warning),
            writer: Self.version, template: template.version,
            lexicon: Version(name: "lexicon", version: understanding.lexiconVersion))
    }

    /// What the idea does not hold: the variation that is asked for, then what a good prompt says.
    private func additions(
        to own: [Piece], template: Template, hints: Hints, styles: StyleChoice, scene: Scene
    ) -> [Piece] {
        var added: [Piece] = []
        let seed = SeededChoice(seed: hints.seed)
        if let number = hints.variation {
            let variation = Variation(
                number: number, template: template.category, model: template.model, seed: seed,
                isDrawn: styles.isDrawn)
            added += variation.pieces(for: own)
        }
        guard hints.enriches else { return added }
        let enrichment = Enrichment(
            template: template.category, model: template.model, seed: seed, isDrawn: styles.isDrawn,
            hasSetting: !scene.actions.isEmpty || !scene.place.isEmpty)
        return added + enrichment.pieces(for: own + added)
    }

    /// For models that have no parameter for it.
    private func length(_ hints: Hints, _ model: TargetModel) -> [String] {
        guard model.durationInText, let seconds = hints.durationSeconds else { return [] }
        return [English.length(seconds)]
    }

    private func shownByImage(_ pieces: [Piece], _ hints: Hints) -> [PromptWarning] {
        let list = pieces.map(\.text).joined(separator: ", ")
        guard hints.isFromImage, !list.isEmpty else { return [] }
        return [
            PromptWarning(
                rule: "shown-by-image",
                message: "The picture shows this, so the prompt leaves it out: \(list).",
                fix: "Check that the picture shows it.",
                korean: .init("그림에 이미 있으므로 프롬프트에서 뺐습니다: \(list).", fix: "그림에 있는지 확인하세요."))
        ]
    }

    /// Ten seconds unless the idea says otherwise; the shape is the model's own by default.
    private func parameters(_ hints: Hints, _ model: TargetModel) -> PromptParameters {
        PromptParameters(
            aspect: hints.aspect ?? model.aspects.first ?? .wide,
            durationSeconds: hints.durationSeconds ?? PromptParameters().durationSeconds, seed: hints.seed)
    }
}
