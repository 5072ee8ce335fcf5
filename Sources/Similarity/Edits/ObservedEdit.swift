package import Domain

/// An edit with what it was made in.
package struct ObservedEdit: Sendable, Hashable {
    package let id: Edit.ID
    package let prompt: Prompt.ID
    package let author: String
    package let slot: String
    package let from: String
    package let to: String
    /// The kind of prompt it was made in.
    package let category: Category
    package var isReverted: Bool

    package init(
        id: Edit.ID, prompt: Prompt.ID, author: String, slot: String, from: String, to: String,
        category: Category, isReverted: Bool = false
    ) {
        self.id = id
        self.prompt = prompt
        self.author = author
        self.slot = slot
        self.from = from
        self.to = to
        self.category = category
        self.isReverted = isReverted
    }

    package init(_ edit: Edit, category: Category) {
        self.init(
            id: edit.id, prompt: edit.prompt, author: edit.author, slot: edit.slot, from: edit.oldText,
            to: edit.newText, category: category, isReverted: edit.revertedBy != nil)
    }
}
