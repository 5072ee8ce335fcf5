/// A change that people made again and again, as a rule that can be read and followed.
package struct EditRule: Sendable, Hashable, Codable, Identifiable {
    /// Where a rule holds.
    package enum Scope: Sendable, Hashable, Codable {
        /// What many people of a workspace did.
        case workspace
        /// What one person did.
        case person(String)
    }

    /// The slot of words whose place in the scene nobody knows.
    package static let noSlot = "text"

    /// The same for the same scope, slot, kind of prompt and words.
    package let id: String
    package let scope: Scope
    /// A slot of the scene, such as `light`, or ``noSlot``.
    package let slot: String
    /// Which prompts it is about; nil for all.
    package let category: Category?
    /// The words that gave way; empty when words were only added, or whatever stood in the slot.
    package let from: String
    /// The words that came; empty when words were only taken out.
    package var to: String
    /// Prompts in which the change was made and stands.
    package let support: Int
    /// Prompts of this kind in which it could have been made.
    package let occasions: Int
    /// How often it was taken back.
    package let reverted: Int
    /// Clauses that gave way to ``to``, the most usual first; empty for a change of single words.
    package var gaveWay: [String] = []
    /// Whether ``to`` was also put in where nothing gave way.
    package var isAdded = false
    /// Where it usually stands among the changes of a prompt, from 0; those that are added keep this order.
    package var position = 0.0
    /// Whether it is followed; people can switch it off.
    package var isOn = true
    /// Whether a person worded ``to`` anew.
    package var isReworded = false

    package init(
        id: String, scope: Scope, slot: String, category: Category?, from: String, to: String, support: Int,
        occasions: Int, reverted: Int
    ) {
        self.id = id
        self.scope = scope
        self.slot = slot
        self.category = category
        self.from = from
        self.to = to
        self.support = support
        self.occasions = occasions
        self.reverted = reverted
    }
}

extension EditRule {
    /// The rule as a sentence for the reader, in Korean or else in English.
    package func sentence(in language: Language) -> String {
        let place = SceneSlot(rawValue: slot)?.name(in: language) ?? slot
        return language == .korean ? korean(place) : english(place)
    }

    private func english(_ slot: String) -> String {
        let kind = category.map { "\($0.rawValue) prompts" } ?? "prompts"
        let evidence = "in \(support) of \(occasions) \(kind)"
        if to.isEmpty { return "\(slot): '\(from)' is taken out (\(evidence))" }
        if from.isEmpty { return "\(slot): '\(to)' (\(evidence))" }
        return "\(slot): '\(from)' becomes '\(to)' (\(evidence))"
    }

    private func korean(_ slot: String) -> String {
        let evidence = "프롬프트 \(occasions)개 중 \(support)개"
        if to.isEmpty { return "\(slot): '\(from)' 빼기 (\(evidence))" }
        if from.isEmpty { return "\(slot): '\(to)' (\(evidence))" }
        return "\(slot): '\(from)' → '\(to)' (\(evidence))"
    }
}

/// What somebody decided about a rule that was inferred.
package struct RuleDecision: Sendable, Hashable, Codable {
    /// The rule's identifier.
    package let rule: String
    package let isOn: Bool
    /// Other words than the inferred ones; nil leaves them.
    package let to: String?
    package let author: String
    package let savedAt: Timestamp

    package init(rule: String, isOn: Bool, to: String?, author: String, savedAt: Timestamp) {
        self.rule = rule
        self.isOn = isOn
        self.to = to
        self.author = author
        self.savedAt = savedAt
    }
}
