package import Domain

/// A sentence of a past prompt.
package struct Passage: Sendable, Hashable, LosslessStringConvertible {
    let prompt: Prompt.ID
    /// From 0.
    let number: Int

    init(prompt: Prompt.ID, number: Int) { (self.prompt, self.number) = (prompt, number) }

    package init?(_ text: String) {
        let parts = text.split(separator: "#")
        guard parts.count == 2, let prompt = Prompt.ID(String(parts[0])), let number = Int(parts[1]) else {
            return nil
        }
        self.init(prompt: prompt, number: number)
    }

    package var description: String { "\(prompt)#\(number)" }
}

/// Makes empty vector indexes for a workspace.
package struct VectorIndexMaker: Sendable {
    let whole: @Sendable (Workspace) -> any VectorIndex<Prompt.ID>
    let passages: @Sendable (Workspace) -> any VectorIndex<Passage>

    package init(
        whole: @escaping @Sendable (Workspace) -> any VectorIndex<Prompt.ID>,
        passages: @escaping @Sendable (Workspace) -> any VectorIndex<Passage>
    ) {
        (self.whole, self.passages) = (whole, passages)
    }
}
