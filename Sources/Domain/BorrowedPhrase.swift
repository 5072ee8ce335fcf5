/// A phrase that a draft took from a past prompt that worked for a similar idea.
package struct BorrowedPhrase: Sendable, Hashable, Codable {
    package let slot: SceneSlot
    package let text: String
    /// The prompt it comes from.
    package let prompt: Prompt.ID

    package init(slot: SceneSlot, text: String, prompt: Prompt.ID) {
        self.slot = slot
        self.text = text
        self.prompt = prompt
    }
}
