import Diffing
import Domain
import HTTPServer
import Studio

/// One prompt: what people noted, how it came to be, any two revisions and any two videos compared.
struct PromptRoom {
    /// Two videos and what their texts differ in.
    struct VideoPair {
        let left, right: VideoJob
        let comparison: Comparison
    }

    let prompt: Prompt
    let revisions: [Revision]
    let labels: [Label]
    let jobs: [VideoJob]
    let input: Input
    var layout = DifferenceView.Layout.unified
    var comparison: Comparison?
    var videos: VideoPair?

    init(prompt: Prompt, revisions: [Revision], labels: [Label], jobs: [VideoJob], input: Input) {
        self.prompt = prompt
        self.revisions = revisions
        self.labels = labels
        self.jobs = jobs
        self.input = input
    }

    /// - Throws: `DiffError` when a stored diff does not fit its text.
    var page: RoomPage {
        get throws {
            let sections = [
                head, marks, try comparing, try history, try videoSection, labelling, askingForReview, data,
            ]
            return RoomPage(.history, title: prompt.idea.text, sections, of: input)
        }
    }

    private var language: AnswerLanguage { input.language }

    private var path: String { "/v1/prompts/\(prompt.id)" }

    private func section(_ title: Words, id: String, _ pieces: [HTML]) -> HTML {
        .element(
            "section", ["class": "panel", "id": id, "aria-labelledby": "\(id)-title"],
            [.element("h2", ["id": "\(id)-title"], [.text(title.said(in: language))])] + pieces)
    }

    private var head: HTML {
        .element(
            "section", ["class": "panel"],
            [
                .element("p", ["class": "said", "dir": "auto"], [.text(prompt.head.text)]),
                .element(
                    "p", ["class": "facts"],
                    [
                        .element("span", RoomWords.revision(prompt.head.number).said(in: language)),
                        .element("span", prompt.head.configuration.model.rawValue),
                        .element("span", [Moment(prompt.createdAt).html]),
                    ]),
                .element(
                    "p", [.link(to: "/#p=\(prompt.id)", RoomWords.openInStudio.said(in: language))]),
            ])
    }

    private var marks: HTML {
        let marks = prompt.marks
        let yesOrNo = [
            ("true", RoomWords.yes.said(in: language)), ("false", RoomWords.no.said(in: language)),
        ]
        let ratings =
            [("0", RoomWords.noRating.said(in: language))]
            + PromptMarks.ratings.map { ("\($0)", Stars(rating: $0).text) }
        let tags = marks.tags.map { HTML.element("span", ["class": "tag"], [.text($0.rawValue)]) }
        let form = RoomForm(path + "/marks", as: .patch, of: input).html(
            [
                RoomForm.Field.choice(
                    "favourite", RoomWords.favourite.said(in: language), yesOrNo,
                    chosen: "\(marks.isFavourite)"),
                RoomForm.Field.choice(
                    "rating", RoomWords.rating.said(in: language), ratings, chosen: "\(marks.rating ?? 0)"),
                RoomForm.Field.line("add-tags", RoomWords.addTags.said(in: language), maximum: 500),
                RoomForm.Field.choice(
                    "remove-tags", RoomWords.removeTags.said(in: language),
                    [("", "–")] + marks.tags.map { ($0.rawValue, $0.rawValue) }),
            ], button: RoomWords.keep)
        return section(RoomWords.marks, id: "marks", [.element("p", ["class": "tags"], tags), form])
    }

    private var comparing: HTML {
        get throws {
            let numbers = revisions.map { ("\($0.number)", RoomWords.revision($0.number).said(in: language)) }
            let query = input.request
            let form = HTML.element(
                "form", ["method": "get", "action": "/history/\(prompt.id)", "class": "row-form"],
                [
                    RoomForm.Field.choice(
                        "from", RoomWords.older.said(in: language), numbers,
                        chosen: query.query("from") ?? "1"),
                    RoomForm.Field.choice(
                        "to", RoomWords.newer.said(in: language), numbers,
                        chosen: query.query("to") ?? "\(prompt.head.number)"),
                    RoomForm.Field.choice(
                        "layout", RoomWords.layout.said(in: language),
                        DifferenceView.Layout.allCases.map { ($0.rawValue, $0.name.said(in: language)) },
                        chosen: layout.rawValue),
                    .element(
                        "button", ["type": "submit", "class": "secondary"],
                        [.text(RoomWords.compare.said(in: language))]),
                ])
            let shown = try comparison.map {
                try DifferenceView(comparison: $0, layout: layout, language: language).html
            }
            return section(RoomWords.compare, id: "compare", [form] + [shown].compactMap(\.self))
        }
    }

    private var history: HTML {
        get throws {
            let tree = RevisionTree(revisions, labels: labels, language: language).html
            let items = try revisions.reversed().map(item)
            return section(
                RoomWords.tree, id: "revisions",
                [.element("div", ["class": "wide"], [tree]), .element("ol", ["class": "revisions"], items)])
        }
    }

    private func item(_ revision: Revision) throws -> HTML {
        let parent = revisions.first { $0.number == revision.parent }
        let change: HTML
        if let parent, let diff = revision.diff {
            change = DifferenceView.unified(try diff.segments(of: parent.text), revision: revision.number)
        } else {
            change = .element("p", ["class": "changes", "dir": "auto"], [.text(revision.text)])
        }
        let restoring = RoomForm(path + "/revisions/\(revision.number)/restore", of: input).html(
            [], button: RoomWords.restore)
        let branching = RoomForm(path + "/branches", of: input).html(
            [
                RoomForm.Field.hidden("from", "\(revision.number)"),
                RoomForm.Field.line(
                    "name", RoomWords.branchName.said(in: language), maximum: 64, isRequired: true),
            ], button: RoomWords.branch)
        return .element(
            "li", ["id": "r\(revision.number)"],
            [
                .element(
                    "p", ["class": "facts"],
                    [
                        .element("strong", RoomWords.revision(revision.number).said(in: language)),
                        .element("span", ["dir": "auto"], [.text(revision.author)]),
                        .element("span", [Moment(revision.savedAt).html]),
                    ]),
                .element(
                    "p", ["class": "said-why", "dir": "auto"],
                    [
                        .text(
                            revision.note ?? (parent == nil ? RoomWords.firstRevision.said(in: language) : "")
                        )
                    ]),
                change,
                .element(
                    "details",
                    [.element("summary", RoomWords.restore.said(in: language)), restoring, branching]),
            ])
    }
}
