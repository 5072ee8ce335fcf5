/// A respect in which two ideas must say the same before they may share an answer.
package enum Guard: String, Sendable, Hashable, Codable, CaseIterable {
    /// People, animals and things.
    case subjects
    /// What happens.
    case actions
    /// Numbers and counts.
    case numbers
    case colours
    /// Negations and exclusions.
    case negations
    /// Sides, directions, and what stands in front of what.
    case sides
    /// Gender and age words.
    case people
    case places
    case times
    case names
    /// Who does what to whom: the same words in the same parts.
    case roles
    /// Style words; a difference re-composes instead of refusing.
    case styles
}

/// What one guard says of two ideas.
package struct GuardVerdict: Sendable, Hashable, Codable {
    package let `guard`: Guard
    /// Whether both ideas say the same here.
    package let passes: Bool
    /// What only the first idea says.
    package let onlyFirst: [String]
    /// What only the second idea says.
    package let onlySecond: [String]
}

/// What all guards together say of two ideas.
package struct MeaningVerdict: Sendable, Hashable, Codable {
    /// What may be done with the answer to one idea when the other is asked.
    package enum Decision: String, Sendable, Hashable, Codable, CaseIterable {
        /// The answer may be served.
        case same
        /// The scene is the same, and its style is not: compose anew from the scene.
        case recompose
        /// The ideas say different things.
        case different
    }

    package let decision: Decision
    /// One for each guard, in the order of ``Guard``.
    package let guards: [GuardVerdict]

    /// Compares two meanings.
    package init(_ first: Meaning, _ second: Meaning) {
        guards = Guard.allCases.map { Self.verdict($0, first, second) }
        let failed = guards.filter { !$0.passes }.map(\.guard)
        let isReadable = !first.isEmpty && first.language == second.language
        decision =
            !isReadable ? .different : failed.isEmpty ? .same : failed == [.styles] ? .recompose : .different
    }

    private static func verdict(_ kind: Guard, _ first: Meaning, _ second: Meaning) -> GuardVerdict {
        switch kind {
        case .roles:
            GuardVerdict(
                guard: kind, passes: first.structure == second.structure,
                onlyFirst: first.structure.without(second.structure),
                onlySecond: second.structure.without(first.structure))
        case .styles:
            GuardVerdict(
                guard: kind, passes: first.styles == second.styles,
                onlyFirst: first.styles.without(second.styles),
                onlySecond: second.styles.without(first.styles))
        case _ where first.structure == second.structure:
            // A word may be of another sort in another wording and still say the same.
            Self.verdict(kind, [], [])
        default:
            Self.verdict(kind, first.words(of: kind), second.words(of: kind))
        }
    }

    private static func verdict(_ kind: Guard, _ first: [String], _ second: [String]) -> GuardVerdict {
        GuardVerdict(
            guard: kind, passes: first == second, onlyFirst: first.without(second),
            onlySecond: second.without(first))
    }
}

extension Meaning {
    fileprivate func words(of kind: Guard) -> [String] {
        tokens.filter { $0.guardKind == kind }.map(\.text)
    }
}

extension [String] {
    /// What is left when each element of `other` takes one of its kind away.
    fileprivate func without(_ other: [String]) -> [String] {
        var counts = other.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return filter { element in
            guard let count = counts[element], count > 0 else { return true }
            counts[element] = count - 1
            return false
        }
    }
}
