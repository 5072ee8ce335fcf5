import Domain

/// Who does what, as one clause.
struct MainClause {
    private let scene: Scene
    /// Whether the first verb is finite: "A puppy is running" instead of "A puppy running".
    private let isFinite: Bool
    /// Whether a picture shows the looks already.
    private let isFromImage: Bool

    init(_ scene: Scene, isFinite: Bool, isFromImage: Bool = false) {
        self.scene = scene
        self.isFinite = isFinite
        self.isFromImage = isFromImage
    }

    /// Empty when the scene has neither a subject nor an action.
    var text: String {
        let groups = groups
        let clauses = leading(groups) ?? groups.map(clause)
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
            if let last = groups.last, last.actions == actions {
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

    /// "A field with a rainbow floating": a thing that does nothing is where the others act.
    private func leading(_ groups: [Group]) -> [String]? {
        guard groups.count > 1, let first = groups.first, first.actions.isEmpty, groups[1].actions != []
        else { return nil }
        let others = groups.dropFirst().map { clause($0, isFinite: false) }
        return [clause(first) + " with " + English.list(others)]
    }

    private func clause(_ group: Group) -> String { clause(group, isFinite: isFinite) }

    private func clause(_ group: Group, isFinite: Bool) -> String {
        let subjects = English.list(group.subjects.map(named))
        let actions = English.list(group.actions)
        guard !actions.isEmpty else {
            return self.isFinite && isFinite ? "The scene shows \(subjects)" : subjects
        }
        return isFinite
            ? "\(subjects) \(group.subjects.isPlural ? "are" : "is") \(actions)" : "\(subjects) \(actions)"
    }

    private func joined(_ clauses: [String]) -> String {
        clauses.count == 2 ? clauses.joined(separator: ", and ") : clauses.joined(separator: ", ")
    }

    private func named(_ subject: Subject) -> String {
        let phrase = isFromImage ? subject.withoutLooks : subject.phrase.text
        guard scene.onScreenText.count == 1, let text = scene.onScreenText.first?.text,
            isOnlyCarrier(subject),
            !phrase.contains(text)
        else { return phrase }
        return "\(phrase) that reads “\(text)”"
    }

    /// Whether it is the one thing in the scene that text could stand on.
    private func isOnlyCarrier(_ subject: Subject) -> Bool {
        subject.carriesText && scene.subjects.count(where: \.carriesText) == 1
    }
}

extension Subject {
    private static let carriers: Set<String> = [
        "sign", "signboard", "billboard", "board", "banner", "poster", "placard", "card", "letter", "note",
        "blackboard", "chalkboard", "label", "signpost", "postcard", "flag",
    ]

    /// Whether text in the picture would stand on it.
    fileprivate var carriesText: Bool {
        Self.carriers.contains(English.words(in: name).last?.lowercased() ?? "")
    }

    /// "the puppy" of "a cute puppy".
    fileprivate var withoutLooks: String {
        var words = English.words(in: phrase.text).map(String.init)
        for look in looks.map({ English.words(in: $0.text).map(String.init) }) where !look.isEmpty {
            let starts = words.indices.dropLast(look.count - 1)
            guard words.count > look.count,
                let start = starts.first(where: { Array(words[$0..<$0 + look.count]) == look })
            else { continue }
            words.removeSubrange(start..<start + look.count)
        }
        let text = words.joined(separator: " ")
        guard WordSequence(text).contains(name) || WordSequence(phrase.text).contains(name) == false else {
            return phrase.text
        }
        let bare = English.withoutArticle(text)
        return bare == text && count == nil ? text : "the \(bare)"
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
