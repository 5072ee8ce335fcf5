package import Domain

/// What one person made of the prompt that a writer had written.
package struct EditedPrompt: Sendable, Hashable {
    /// A clause that gave way to another; one side is empty when it was only added or taken out.
    package struct Change: Sendable, Hashable {
        /// A slot of the scene, such as `light`, or ``EditRule/noSlot``.
        package let slot: String
        package let from: String
        package let to: String

        package init(slot: String, from: String, to: String) {
            (self.slot, self.from, self.to) = (slot, from, to)
        }
    }

    package let prompt: Prompt.ID
    package let author: String
    package let category: Category
    /// When the person last changed it.
    package let editedAt: Timestamp
    /// What stands of it, compared with what the writer wrote; a suggestion that was taken counts as well.
    package let changes: [Change]
    /// What the person put in and somebody took out again.
    package let reverted: [String]

    package init(
        prompt: Prompt.ID, author: String, category: Category, editedAt: Timestamp, changes: [Change],
        reverted: [String] = []
    ) {
        self.prompt = prompt
        self.author = author
        self.category = category
        self.editedAt = editedAt
        self.changes = changes
        self.reverted = reverted
    }
}
