import Domain

/// How much memory things take, about.
///
/// The size of the values themselves, plus what their texts and lists keep on the heap.
enum CacheCost {
    static func bytes(of cached: CachedPrompt) -> Int {
        let prompt = cached.prompt
        return MemoryLayout<CachedPrompt>.size + bytes(of: prompt.draft)
            + text(prompt.id.rawValue, prompt.workspace.rawValue, prompt.idea.text, prompt.head.text)
            + cached.similar.reduce(0) { $0 + bytes(of: $1) }
    }

    private static func bytes(of recommendation: Recommendation) -> Int {
        MemoryLayout<Recommendation>.stride
            + text(recommendation.prompt.rawValue, recommendation.idea, recommendation.text)
            + recommendation.reasons.reduce(0) { size, reason in
                size + MemoryLayout<Recommendation.Reason>.stride
                    + reason.words.reduce(0) { $0 + MemoryLayout<String>.stride + text($1) }
            }
    }

    private static func bytes(of draft: Draft) -> Int {
        MemoryLayout<Draft>.size
            + text(
                draft.text, draft.negative, draft.model.rawValue, draft.translation, draft.writer.name,
                draft.writer.version, draft.template.name, draft.template.version, draft.lexicon.name,
                draft.lexicon.version)
            + bytes(of: draft.scene) + bytes(of: draft.phrases)
            + draft.enrichment.reduce(0) { $0 + MemoryLayout<String>.stride + text($1) }
            + draft.warnings.reduce(0) {
                $0 + MemoryLayout<PromptWarning>.stride + text($1.rule, $1.message, $1.fix)
            }
    }

    private static func bytes(of scene: Scene) -> Int {
        let slots = [
            scene.place, scene.time, scene.weather, scene.light, scene.camera, scene.style, scene.mood,
            scene.audio, scene.onScreenText, scene.exclusions,
        ]
        return slots.reduce(0) { $0 + bytes(of: $1) }
            + scene.subjects.reduce(0) {
                $0 + MemoryLayout<Subject>.stride + text($1.name) + bytes(of: [$1.phrase] + $1.looks)
            }
            + scene.actions.reduce(0) { $0 + MemoryLayout<Action>.stride + bytes(of: [$1.phrase]) }
    }

    private static func bytes(of phrases: [Phrase]) -> Int {
        phrases.reduce(0) { $0 + MemoryLayout<Phrase>.stride + text($1.text, $1.source?.text) }
    }

    private static func text(_ texts: String?...) -> Int {
        texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
    }
}
