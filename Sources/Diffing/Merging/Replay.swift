package import Domain

/// What came of an edit that was made on one text and tried on another.
package struct Replay: Sendable, Hashable, Codable {
    /// What became of one operation of the diff.
    package enum Outcome: Sendable, Hashable, Codable {
        /// It was applied here in the text it was replayed on.
        case applied(at: Diff.Span)
        case refused(Refusal)
    }

    package enum Refusal: String, Sendable, Hashable, Codable, CaseIterable {
        /// The words that it replaces or deletes are not there.
        case textNotFound
        /// Nothing is there that it could be put beside.
        case contextNotFound
        /// It fits in several places equally well.
        case ambiguous
        /// The place has been edited by another operation of the same diff.
        case overlapping
        /// What it would put there stands there already.
        case alreadyThere
    }

    /// The text with every operation that fits.
    package let text: String
    /// In the order of the diff's operations.
    package let outcomes: [Outcome]

    /// Whether every operation fits.
    package var isComplete: Bool {
        outcomes.allSatisfy { if case .applied = $0 { true } else { false } }
    }

    /// Replays an edit on another text.
    ///
    /// Each operation is looked for by the words it changes and by the words around it; on the text
    /// that the diff was made for, every one is found where it was.
    ///
    /// - Parameters:
    ///   - diff: The edit.
    ///   - old: The text the diff was made for.
    ///   - target: The text to edit now.
    /// - Throws: ``DiffError`` when the diff was not made for `old`.
    package init(of diff: Diff, madeFor old: String, on target: String) throws(DiffError) {
        let new = try diff.apply(to: old)
        let targetText = TokenizedText(target)
        guard !old.utf8.elementsEqual(target.utf8) else {
            text = new
            outcomes = diff.operations.map { .applied(at: $0.old) }
            return
        }
        let locator = ContextLocator(TokenizedText(old), targetText)
        var edits: [(span: Diff.Span, newText: String)] = []
        var outcomes: [Outcome] = []
        for operation in diff.operations {
            switch locator.place(of: operation) {
            case .failure(let refusal): outcomes.append(.refused(refusal))
            case .success(let span):
                if edits.contains(where: { Self.meet($0.span, span) }) {
                    outcomes.append(.refused(.overlapping))
                } else {
                    edits.append((span, operation.newText))
                    outcomes.append(.applied(at: span))
                }
            }
        }
        self.outcomes = outcomes
        text = Self.edited(targetText.bytes, edits.sorted { $0.span.start.utf8 < $1.span.start.utf8 })
    }

    /// Whether two edits share a byte, or two insertions a place.
    private static func meet(_ left: Diff.Span, _ right: Diff.Span) -> Bool {
        let (low, high) = left.start.utf8 <= right.start.utf8 ? (left, right) : (right, left)
        return high.start.utf8 < low.start.utf8 + low.length.utf8 || low == high
    }

    private static func edited(_ bytes: [UInt8], _ edits: [(span: Diff.Span, newText: String)]) -> String {
        var result: [UInt8] = []
        var position = 0
        for edit in edits {
            result += bytes[position..<edit.span.start.utf8]
            result += edit.newText.utf8
            position = edit.span.start.utf8 + edit.span.length.utf8
        }
        return String(decoding: result + bytes[position...], as: UTF8.self)
    }
}

extension Replay.Refusal: Error {}
