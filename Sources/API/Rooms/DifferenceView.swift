import Diffing
import Domain
import Studio

/// The difference of two revisions as people look at it.
struct DifferenceView {
    /// How it is laid out.
    enum Layout: String, Sendable, CaseIterable {
        /// Old and new in one text.
        case unified
        /// Old and new side by side.
        case split
        /// What happened to the scene, slot by slot.
        case slots

        var name: Words {
            switch self {
            case .unified: Words("한 글로", "Unified")
            case .split: Words("나란히", "Side by side")
            case .slots: Words("칸별로", "By slot")
            }
        }
    }

    let comparison: Comparison
    let layout: Layout
    let language: AnswerLanguage

    /// - Throws: `DiffError` when the stored diff does not fit the stored text.
    var html: HTML {
        get throws {
            let segments = try comparison.diff.segments(of: comparison.old.text)
            let summary = comparison.summary.sentence(in: language.language)
            let shown: HTML =
                switch layout {
                case .unified: Self.unified(segments, revision: comparison.new.number)
                case .split: split(segments)
                case .slots: slots
                }
            return .element(
                "div", ["class": "difference"],
                summary.isEmpty ? [shown] : [.element("p", ["class": "quiet"], [.text(summary)]), shown])
        }
    }

    /// Both texts in one: what went is struck through, what came is underlined.
    static func unified(_ segments: [DiffSegment], revision: Int) -> HTML {
        .element(
            "p", ["class": "changes", "dir": "auto", "data-revision": "\(revision)"],
            segments.flatMap { old($0) + ($0.kind == .equal ? [] : new($0)) })
    }

    private func split(_ segments: [DiffSegment]) -> HTML {
        let sides = [
            (comparison.old.number, segments.flatMap(Self.old)),
            (comparison.new.number, segments.flatMap(Self.new)),
        ]
        return .element(
            "div", ["class": "split"],
            sides.map { number, pieces in
                .element(
                    "section",
                    [
                        .element(
                            "h3", ["class": "quiet"], [.text(RoomWords.revision(number).said(in: language))]),
                        .element("p", ["class": "changes", "dir": "auto"], pieces),
                    ])
            })
    }

    private var slots: HTML {
        let changes = comparison.summary.changes
        guard !changes.isEmpty else {
            return .element("p", ["class": "quiet"], [.text(RoomWords.noSlotChanged.said(in: language))])
        }
        return .element(
            "dl", ["class": "slots"],
            changes.map { change in
                let name = change.slot?.name(in: language.language) ?? RoomWords.otherWords.said(in: language)
                let pieces =
                    (change.old.isEmpty ? [] : [HTML.element("del", change.old)])
                    + (change.new.isEmpty ? [] : [HTML.element("ins", change.new)])
                return .element("div", [.element("dt", name), .element("dd", pieces)])
            })
    }

    private static func old(_ segment: DiffSegment) -> [HTML] {
        guard !segment.old.isEmpty else { return [] }
        return [segment.kind == .equal ? .text(segment.old) : .element("del", segment.old)]
    }

    private static func new(_ segment: DiffSegment) -> [HTML] {
        guard !segment.new.isEmpty else { return [] }
        return [segment.kind == .equal ? .text(segment.new) : .element("ins", segment.new)]
    }
}
