package import Diffing
package import Domain

/// Two configurations that came from one, brought together: the text word by word, the rest by fields.
package struct ConfigurationMerge: Sendable, Hashable {
    /// A field that both sides changed differently.
    package struct FieldConflict: Sendable, Hashable {
        package let field: FieldChange.Field
        package let base: String?
        package let ours: String?
        package let theirs: String?
    }

    /// Which side of a conflict is taken.
    package enum Side: String, Sendable, Hashable, CaseIterable {
        case base, ours, theirs, both
    }

    package let text: ThreeWayMerge
    package let fieldConflicts: [FieldConflict]
    /// Ours, with every field that only they changed.
    private let merged: Configuration

    /// How many choices it takes: the text's conflicts first, then the fields'.
    package var conflictCount: Int { text.conflicts.count + fieldConflicts.count }

    /// What came of it; nil while there are conflicts.
    package var configuration: Configuration? { conflictCount == 0 ? try? resolved([]) : nil }

    package init(base: Configuration, ours: Configuration, theirs: Configuration) {
        text = ThreeWayMerge.merge(base: base.text, ours: ours.text, theirs: theirs.text)
        var merged = ours
        var conflicts: [FieldConflict] = []
        for field in FieldChange.Field.allCases {
            let (old, mine, other) = (base[field], ours[field], theirs[field])
            if FieldChange.isSame(mine, other) || FieldChange.isSame(old, other) { continue }
            if FieldChange.isSame(old, mine) {
                merged.take(field, of: theirs)
            } else {
                conflicts.append(FieldConflict(field: field, base: old, ours: mine, theirs: other))
            }
        }
        fieldConflicts = conflicts
        self.merged = merged
    }

    /// The configuration with every conflict resolved.
    ///
    /// - Parameters:
    ///   - choices: One for each conflict, the text's first, then the fields'.
    ///   - whole: The whole text as somebody merged it; then only the fields need choices.
    /// - Throws: ``InputError`` naming `choices` when there are more or fewer.
    package func resolved(_ choices: [Side], text whole: String? = nil) throws(InputError) -> Configuration {
        let textChoices = whole == nil ? text.conflicts.count : 0
        guard choices.count == textChoices + fieldConflicts.count else {
            throw InputError(
                field: "choices", code: choices.isEmpty ? .missing : .outOfRange,
                expected: "one of base, ours, theirs and both for each of the "
                    + "\(textChoices + fieldConflicts.count) conflicts")
        }
        var result = merged
        // There are as many choices as conflicts, so this does not throw.
        result.text = whole ?? (try? text.resolved(choices.prefix(textChoices).map(\.ofText))) ?? merged.text
        for (conflict, side) in zip(fieldConflicts, choices.dropFirst(textChoices)) {
            guard side != .both else {
                throw InputError(
                    field: "choices", code: .unknownValue,
                    expected: "base, ours or theirs for '\(conflict.field.rawValue)'")
            }
            try result.set(conflict.field, to: conflict.value(of: side))
        }
        return result
    }
}

extension ConfigurationMerge.FieldConflict {
    fileprivate func value(of side: ConfigurationMerge.Side) -> String? {
        switch side {
        case .base: base
        case .theirs: theirs
        case .ours, .both: ours
        }
    }
}

extension ConfigurationMerge.Side {
    fileprivate var ofText: ThreeWayMerge.Choice {
        switch self {
        case .base: .base
        case .ours: .ours
        case .theirs: .theirs
        case .both: .both
        }
    }
}

extension Configuration {
    fileprivate mutating func take(_ field: FieldChange.Field, of other: Configuration) {
        switch field {
        case .idea: idea = other.idea
        case .negative: negative = other.negative
        case .model: model = other.model
        case .aspect: parameters.aspect = other.parameters.aspect
        case .durationSeconds: parameters.durationSeconds = other.parameters.durationSeconds
        case .seed: parameters.seed = other.parameters.seed
        }
    }
}
