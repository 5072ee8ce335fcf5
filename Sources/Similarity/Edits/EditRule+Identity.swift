import Domain

extension EditRule {
    /// A rule with the identifier that follows from what it says.
    ///
    /// - Parameter isKeyedByFrom: Whether what gives way tells it from others; else it stays the same rule
    ///   when other words give way.
    init(
        scope: Scope, slot: String, category: Category?, from: String, to: String, support: Int,
        occasions: Int, reverted: Int, isKeyedByFrom: Bool
    ) {
        let parts = [
            scope.name, slot, category?.rawValue ?? "", isKeyedByFrom ? from.lowercased() : "",
            to.lowercased(),
        ]
        self.init(
            id: String(parts.joined(separator: "\u{1F}").stableHash, radix: 36), scope: scope, slot: slot,
            category: category, from: from, to: to, support: support, occasions: occasions,
            reverted: reverted)
    }

    /// Whether one comes before the other: the better supported first.
    static func isBetter(_ one: EditRule, _ other: EditRule) -> Bool {
        one.support == other.support ? one.id < other.id : one.support > other.support
    }
}

extension EditRule.Scope {
    fileprivate var name: String {
        switch self {
        case .workspace: ""
        case .person(let name): name
        }
    }
}
