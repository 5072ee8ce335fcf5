import Diffing
import Domain
import Similarity

extension Studio {
    /// Camera, light and style of the three past prompts that fit an idea best, for what the idea leaves open.
    ///
    /// Only what people asked for themselves or edited in is borrowed, never what a writer made up.
    func borrowedPhrases(for idea: Idea, in workspace: Workspace) async -> [BorrowedPhrase] {
        guard idea.hints.enriches, !idea.hints.isFromImage, idea.hints.variation == nil else { return [] }
        let answer = try? await parts.recommender.recommend(
            for: idea, in: workspace, limit: 3, at: parts.clock.now())
        var phrases: [BorrowedPhrase] = []
        for item in answer?.items ?? [] {
            guard let prompt = try? await parts.history.prompt(item.prompt, in: workspace) else { continue }
            for slot in Self.borrowedSlots where !phrases.contains(where: { $0.slot == slot }) {
                guard let text = prompt.wish(in: slot) else { continue }
                phrases.append(BorrowedPhrase(slot: slot, text: text, prompt: prompt.id))
            }
        }
        return phrases
    }

    private static let borrowedSlots: [SceneSlot] = [.camera, .light, .style]
}

extension Prompt {
    /// What a person wanted in a slot: edited into the text, or else said in the idea.
    fileprivate func wish(in slot: SceneSlot) -> String? {
        let written = Set(Clauses(draft.text).parts)
        let vocabulary = SlotVocabulary.standard.adding(draft.scene)
        if let edited = Clauses(head.text).parts.dropFirst().last(where: {
            !written.contains($0) && vocabulary.slot(of: $0) == slot
        }) {
            return edited
        }
        return slot.phrases(of: draft.scene).first {
            $0.certainty == .translated && head.text.contains($0.text)
        }?.text
    }
}
