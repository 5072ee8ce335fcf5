package import Domain

/// What people changed in one workspace, and the rules that follow from it.
package struct EditMemory: Sendable {
    private var edits: [Edit.ID: ObservedEdit] = [:]
    /// In the order they came.
    private var order: [Edit.ID] = []

    package init() {}

    package var count: Int { edits.count }

    /// Takes an edit in; one that is known already is brought up to date.
    package mutating func observe(_ edit: ObservedEdit) {
        if edits.updateValue(edit, forKey: edit.id) == nil { order.append(edit.id) }
    }

    /// Notes that an edit was taken back.
    package mutating func revert(_ id: Edit.ID) { edits[id]?.isReverted = true }

    /// Forgets what was edited in a prompt, words and all.
    package mutating func forget(_ prompt: Prompt.ID) {
        edits = edits.filter { $0.value.prompt != prompt }
        order.removeAll { edits[$0] == nil }
    }

    /// Changes of words that several prompts of one kind got, the best supported first.
    ///
    /// - Parameter standing: In how many prompts of a kind these words still stand.
    package func patterns(
        for category: Category, standing: (_ words: String, _ category: Category) -> Int
    ) -> [EditRule] {
        let made = all.filter { $0.category == category && !$0.from.isEmpty }
        let groups = Dictionary(grouping: made) { [$0.slot, $0.from.lowercased(), $0.to.lowercased()] }
        return groups.values.compactMap { group in
            guard let first = group.last else { return nil }
            let kept = Set(group.filter { !$0.isReverted }.map(\.prompt))
            let reverted = Set(group.filter(\.isReverted).map(\.prompt)).subtracting(kept)
            let occasions = kept.count + reverted.count + standing(first.from, category)
            guard RuleBar.isPassed(support: kept.count, occasions: occasions) else { return nil }
            return rule(
                .workspace, first.slot, category, from: first.from, to: first.to, support: kept.count,
                occasions: occasions, reverted: reverted.count)
        }.sorted(by: Self.isBetter)
    }

    /// What one person, or the whole workspace, wants again and again, the best supported first.
    ///
    /// A wish that holds for all kinds of prompts is one rule; else each kind may have its own.
    package func preferences(of scope: EditRule.Scope) -> [EditRule] {
        let own = all.filter { scope.holds(author: $0.author) }
        return Dictionary(grouping: own, by: \.slot).sorted { $0.key < $1.key }.flatMap { slot, edits in
            let general = wishes(scope, slot, nil, edits)
            guard general.isEmpty else { return general }
            return Category.allCases.flatMap { category in
                wishes(scope, slot, category, edits.filter { $0.category == category })
            }
        }.sorted(by: Self.isBetter)
    }

    /// The wishes in one slot: what the latest prompts that were edited there ended with.
    private func wishes(
        _ scope: EditRule.Scope, _ slot: String, _ category: Category?, _ edits: [ObservedEdit]
    ) -> [EditRule] {
        var latest: [Prompt.ID: [ObservedEdit]] = [:]
        var prompts: [Prompt.ID] = []
        for edit in edits.reversed() {
            if latest[edit.prompt] == nil {
                guard prompts.count < RuleBar.memory else { continue }
                prompts.append(edit.prompt)
            }
            latest[edit.prompt, default: []].append(edit)
        }
        var wishes: [String: Wish] = [:]
        for prompt in prompts {
            for edit in latest[prompt] ?? [] where !edit.to.isEmpty {
                wishes[edit.to.lowercased(), default: Wish(words: edit.to)].count(edit)
            }
        }
        return wishes.values.filter { RuleBar.isPassed(support: $0.count, occasions: prompts.count) }
            .map { wish in
                // Where nobody knows the slot, only the words that gave way say what is meant.
                let from = SceneSlot(rawValue: slot) == nil ? wish.usualFrom : ""
                return rule(
                    scope, slot, category, from: from, to: wish.words,
                    support: min(wish.count, prompts.count), occasions: prompts.count,
                    reverted: wish.reverted)
            }
    }

    private var all: [ObservedEdit] { order.compactMap { edits[$0] } }

    private func rule(
        _ scope: EditRule.Scope, _ slot: String, _ category: Category?, from: String, to: String,
        support: Int, occasions: Int, reverted: Int
    ) -> EditRule {
        let parts = [scope.name, slot, category?.rawValue ?? "", from.lowercased(), to.lowercased()]
        return EditRule(
            id: String(parts.joined(separator: "\u{1F}").stableHash, radix: 36), scope: scope, slot: slot,
            category: category, from: from, to: to, support: support, occasions: occasions,
            reverted: reverted)
    }

    private static func isBetter(_ one: EditRule, _ other: EditRule) -> Bool {
        one.support == other.support ? one.id < other.id : one.support > other.support
    }
}

/// Words that were put in, with what they took the place of.
private struct Wish {
    let words: String
    private(set) var count = 0
    private(set) var reverted = 0
    private var froms: [String: Int] = [:]

    init(words: String) { self.words = words }

    mutating func count(_ edit: ObservedEdit) {
        if edit.isReverted { reverted += 1 } else { count += 1 }
        froms[edit.from, default: 0] += 1
    }

    /// What gave way most often; empty when the words were mostly added.
    var usualFrom: String {
        froms.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }?.key ?? ""
    }
}

/// When a change has been made often enough to be called a rule.
enum RuleBar {
    /// Prompts that are looked back on, so that a changed taste is followed.
    static let memory = 8
    private static let leastSupport = 2
    private static let leastShare = 0.5

    static func isPassed(support: Int, occasions: Int) -> Bool {
        support >= leastSupport && Double(support) >= leastShare * Double(occasions)
    }
}

extension EditRule.Scope {
    func holds(author: String) -> Bool {
        switch self {
        case .workspace: true
        case .person(let name): name == author
        }
    }

    fileprivate var name: String {
        switch self {
        case .workspace: ""
        case .person(let name): name
        }
    }
}
