import Domain

/// What a person, or a workspace, wants again and again in the prompts of the recent past.
///
/// A wish that holds in every kind of prompt that is known well enough is one rule; else each kind has its
/// own. What stands is compared with what the writer wrote, so a suggestion that was taken and left counts
/// for its rule, and one that was left out counts against it.
struct Wishes {
    private var occasions: [Category: Int] = [:]
    private var wishes: [String: Wish] = [:]

    /// - Parameter prompts: The newest first.
    init(_ prompts: some Sequence<EditedPrompt>) {
        for prompt in prompts where occasions[prompt.category, default: 0] < RuleBar.memory {
            occasions[prompt.category, default: 0] += 1
            // A clause that stands in several places is one wish of this prompt.
            var seen: Set<String> = []
            for (position, change) in prompt.changes.enumerated() {
                let key = Self.key(of: change)
                guard seen.insert(key).inserted else { continue }
                wishes[key, default: Wish(to: change.to)].count(
                    change, at: position, in: prompt.category)
            }
            for words in prompt.reverted { wishes[words.lowercased()]?.countReverted() }
        }
    }

    /// The rules of a scope, in no order.
    func rules(of scope: EditRule.Scope) -> [EditRule] {
        wishes.values.flatMap { wish in
            let categories = categories(of: wish)
            let known = occasions.filter { RuleBar.isKnown(occasions: $0.value) }.keys
            if known.allSatisfy(categories.contains), isGeneral(wish) {
                return [rule(for: wish, scope: scope, category: nil)]
            }
            return categories.map { rule(for: wish, scope: scope, category: $0) }
        }
    }

    /// The kinds of prompts in which the wish is made often enough.
    private func categories(of wish: Wish) -> Set<Category> {
        Set(
            wish.support.filter {
                RuleBar.isPassed(support: $0.value, occasions: occasions[$0.key] ?? 0)
            }.keys)
    }

    private func isGeneral(_ wish: Wish) -> Bool {
        RuleBar.isPassed(
            support: wish.support.values.reduce(0, +), occasions: occasions.values.reduce(0, +))
    }

    private func rule(for wish: Wish, scope: EditRule.Scope, category: Category?) -> EditRule {
        let support = category.map { wish.support[$0] ?? 0 } ?? wish.support.values.reduce(0, +)
        let count = category.map { occasions[$0] ?? 0 } ?? occasions.values.reduce(0, +)
        // Where nobody knows the slot, only the words that gave way say what is meant.
        let isNamed = SceneSlot(rawValue: wish.slot) != nil && !wish.to.isEmpty
        var rule = EditRule(
            scope: scope, slot: wish.slot, category: category, from: isNamed ? "" : wish.usualFrom,
            to: wish.to, support: support, occasions: count, reverted: wish.reverted,
            isKeyedByFrom: wish.to.isEmpty)
        rule.gaveWay = wish.gaveWay
        rule.isAdded = wish.isAdded
        rule.position = wish.position
        return rule
    }

    /// Wishes are told apart by what came, or by what was taken out.
    private static func key(of change: EditedPrompt.Change) -> String {
        change.to.isEmpty ? "\u{1F}" + change.from.lowercased() : change.to.lowercased()
    }
}
