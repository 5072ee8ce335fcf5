/// Fills what an idea leaves open with phrases of past prompts, and marks what it took.
package struct Borrowing: Sendable {
    private let phrases: [BorrowedPhrase]
    private let hints: Hints

    /// - Parameters:
    ///   - phrases: At most one for a slot.
    ///   - hints: The idea's; a style that they name is not added to.
    package init(_ phrases: [BorrowedPhrase], hints: Hints) {
        self.phrases = phrases
        self.hints = hints
    }

    /// The draft that `compose` makes, once the open slots are filled.
    package func draft(of understanding: Understanding, composing compose: (Understanding) -> Draft) -> Draft
    {
        let open = phrases.filter {
            $0.slot.phrases(of: understanding.scene).isEmpty && ($0.slot != .style || hints.styles.isEmpty)
        }
        guard !open.isEmpty else { return compose(understanding) }
        var filled = understanding
        for phrase in open { filled.scene.borrow(phrase) }
        var draft = compose(filled)
        // A model's template may have no room for all of them.
        let used = open.filter { draft.text.lowercased().contains($0.text.lowercased()) }
        draft.borrowed = used.isEmpty ? nil : used
        return draft
    }
}

extension Scene {
    fileprivate mutating func borrow(_ phrase: BorrowedPhrase) {
        let taken = Phrase(phrase.text, certainty: .inferred)
        switch phrase.slot {
        case .camera: camera.append(taken)
        case .light: light.append(taken)
        case .style: style.append(taken)
        default: break
        }
    }
}
