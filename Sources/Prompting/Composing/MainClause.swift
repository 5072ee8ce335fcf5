import Domain

/// Who does what, as one clause.
struct MainClause {
    private let scene: Scene
    /// Whether the first verb is finite: "A puppy is running" instead of "A puppy running".
    private let isFinite: Bool

    init(_ scene: Scene, isFinite: Bool) {
        self.scene = scene
        self.isFinite = isFinite
    }

    /// Empty when the scene has neither a subject nor an action.
    var text: String {
        let clauses = groups.map(clause)
        let loose = scene.actions.filter { subject(of: $0) == nil }.map(\.phrase.text)
        guard !clauses.isEmpty else { return English.list(loose) }
        return ([joined(clauses)] + loose).joined(separator: ", ")
    }

    /// Subjects that do the same things.
    private struct Group {
        var subjects: [Subject]
        let actions: [String]
    }

    private var groups: [Group] {
        var groups: [Group] = []
        for (index, subject) in scene.subjects.enumerated() {
            let actions = scene.actions.filter { self.subject(of: $0) == index }.map(\.phrase.text)
            if actions.isEmpty, isPartOfAnAction(subject) { continue }
            if let last = groups.last, last.actions == actions || last.actions.isEmpty {
                groups[groups.count - 1] = Group(subjects: last.subjects + [subject], actions: actions)
            } else {
                groups.append(Group(subjects: [subject], actions: actions))
            }
        }
        return groups
    }

    private func subject(of action: Action) -> Int? {
        action.subject.flatMap { scene.subjects.indices.contains($0) ? $0 : nil }
    }

    /// "a girl" and "a ball" with "throwing the ball" need the ball once.
    private func isPartOfAnAction(_ subject: Subject) -> Bool {
        let thing = English.withoutArticle(subject.phrase.text)
        return scene.actions.contains { WordSequence($0.phrase.text).contains(thing) }
    }

    private func clause(_ group: Group) -> String {
        let subjects = English.list(group.subjects.map(\.phrase.text))
        let actions = English.list(group.actions)
        guard !actions.isEmpty else { return subjects }
        return isFinite
            ? "\(subjects) \(group.subjects.isPlural ? "are" : "is") \(actions)" : "\(subjects) \(actions)"
    }

    private func joined(_ clauses: [String]) -> String {
        clauses.count == 2 ? clauses.joined(separator: ", and ") : clauses.joined(separator: ", ")
    }
}

extension [Subject] {
    fileprivate var isPlural: Bool {
        guard let only = first, count == 1 else { return true }
        if let number = only.count { return number != 1 }
        // "the children" does not hold "child"; "a mass of snow" holds "snow".
        return !WordSequence(only.phrase.text).contains(only.name)
    }
}
