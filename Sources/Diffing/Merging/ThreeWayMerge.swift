package import Domain

/// Two revisions of one text brought together.
///
/// Edits that do not overlap are both taken, and so is an edit that both sides made. Two insertions in
/// one place are a conflict, and so is an insertion beside a deletion, for nobody can know whether it
/// belongs to what is gone.
package struct ThreeWayMerge: Sendable, Hashable, Codable {
    /// Who a part of the merged text comes from.
    package enum Origin: String, Sendable, Hashable, Codable, CaseIterable {
        case base, ours, theirs, both
    }

    /// A part of the merged text, or where one has to be chosen.
    package enum Piece: Sendable, Hashable, Codable {
        case text(String, Origin)
        /// An index into ``ThreeWayMerge/conflicts``.
        case conflict(Int)
    }

    /// A place that both sides changed differently, widened to whole words.
    package struct Conflict: Sendable, Hashable, Codable {
        package let base: String
        package let ours: String
        package let theirs: String
        package let baseSpan: Diff.Span
        package let oursSpan: Diff.Span
        package let theirsSpan: Diff.Span

        package init(
            base: String, ours: String, theirs: String, baseSpan: Diff.Span, oursSpan: Diff.Span,
            theirsSpan: Diff.Span
        ) {
            self.base = base
            self.ours = ours
            self.theirs = theirs
            self.baseSpan = baseSpan
            self.oursSpan = oursSpan
            self.theirsSpan = theirsSpan
        }
    }

    /// How a conflict is to be resolved.
    package enum Choice: Sendable, Hashable, Codable {
        case base, ours, theirs
        /// Ours, then theirs.
        case both
        case text(String)
    }

    package let pieces: [Piece]
    package let conflicts: [Conflict]

    /// The merged text; nil while there are conflicts.
    package var text: String? {
        conflicts.isEmpty ? try? resolved([]) : nil
    }

    /// Merges two texts that came from one.
    package static func merge(
        base: String, ours: String, theirs: String, differ: Differ = Differ(joinsNeighbours: false)
    ) -> Self {
        var merging = Merging(base: base, ours: ours, theirs: theirs, differ: differ)
        return merging.run()
    }

    /// The text with every conflict resolved.
    ///
    /// - Parameter choices: One for each of ``conflicts``, in order.
    /// - Throws: ``MergeError`` when there are more or fewer.
    package func resolved(_ choices: [Choice]) throws(MergeError) -> String {
        guard choices.count == conflicts.count else {
            throw MergeError(conflicts: conflicts.count, choices: choices.count)
        }
        var text: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .text(let part, _): text += part.utf8
            case .conflict(let index): text += conflicts[index].resolved(choices[index]).utf8
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension ThreeWayMerge.Conflict {
    func resolved(_ choice: ThreeWayMerge.Choice) -> String {
        switch choice {
        case .base: base
        case .ours: ours
        case .theirs: theirs
        case .both: joined
        case .text(let text): text
        }
    }

    /// Words of both sides stay words of their own.
    private var joined: String {
        guard let last = ours.last, let first = theirs.first else { return ours + theirs }
        let areWords = Grapheme(last).isInWord && Grapheme(first).isInWord
        return ours + (areWords ? " " : "") + theirs
    }
}

/// Choices that do not fit the conflicts they are for.
package struct MergeError: Error, Sendable, Hashable, CustomStringConvertible {
    package let conflicts: Int
    package let choices: Int

    package init(conflicts: Int, choices: Int) {
        self.conflicts = conflicts
        self.choices = choices
    }

    package var description: String {
        "the merge has \(conflicts) conflicts, and \(choices) choices were made; choose once for each"
    }
}
