import Diffing
import Domain
import HTTPServer
import Studio

/// A review: the difference, the talk about its words, and the verdicts.
struct ReviewRoom {
    let review: Review
    let comparison: Comparison
    /// Where the words of the comments are in the reviewed revision.
    let anchors: [Comment.ID: FollowedAnchor]
    let layout: DifferenceView.Layout
    let input: Input

    /// - Throws: `DiffError` when a stored diff does not fit its text.
    var page: RoomPage {
        get throws {
            var pieces = [facts, try difference, talk, verdicts]
            if review.state == .open {
                pieces.append(.element("p", ["class": "quiet keys"], [.text(said(RoomWords.keys))]))
            }
            return RoomPage(.review, title: review.title, pieces, of: input)
        }
    }

    private var path: String { "/v1/reviews/\(review.id)" }

    private var isOpen: Bool { review.state == .open }

    private func said(_ words: Words) -> String { words.said(in: input.language) }

    private func panel(_ title: Words, id: String, _ pieces: [HTML]) -> HTML {
        .element(
            "section", ["class": "panel", "id": id, "aria-labelledby": "\(id)-title"],
            [.element("h2", ["id": "\(id)-title"], [.text(said(title))])] + pieces)
    }

    private var facts: HTML {
        .element(
            "p", ["class": "facts"],
            [
                .element("span", ["dir": "auto"], [.text(review.author)]),
                .element("span", [Moment(review.createdAt).html]),
                .element("span", said(isOpen ? RoomWords.waiting : RoomWords.done)),
                .element(
                    "span",
                    [.link(to: "/history/\(review.prompt)", Room.history.name.said(in: input.language))]),
            ])
    }

    private var difference: HTML {
        get throws {
            let layouts = DifferenceView.Layout.allCases.map { other in
                var attributes: HTML.Attributes = [
                    "href": "/review/\(review.id)?layout=\(other.rawValue)", "data-layout": other.rawValue,
                ]
                if other == layout { attributes["aria-current"] = "true" }
                return HTML.element("a", attributes, [.text(other.name.said(in: input.language))])
            }
            let shown = DifferenceView(comparison: comparison, layout: layout, language: input.language)
            return panel(
                RoomWords.difference, id: "difference",
                [
                    .element(
                        "nav", ["class": "layouts", "aria-label": said(RoomWords.layout)], layouts),
                    try shown.html,
                ])
        }
    }

    private var talk: HTML {
        let comments = HTML.element(
            "ol", ["class": "comments"],
            review.comments.map { .element("li", ["class": "comment"], card($0)) })
        guard isOpen else { return panel(RoomWords.talk, id: "talk", [comments]) }
        // With script, the words that are selected in the text fill the four hidden fields.
        let place = ["revision", "start", "length", "quote"].map {
            HTML.element("input", ["type": "hidden", "name": $0, "value": "", "disabled": ""], [])
        }
        let form = RoomForm(path + "/comments", of: input).html(
            place + [
                .element("p", ["class": "quiet", "id": "about", "hidden": ""], []),
                RoomForm.Field.text("text", said(RoomWords.yourComment)),
            ], button: RoomWords.comment, key: "c")
        let hint = HTML.element("p", ["class": "quiet script-only"], [.text(said(RoomWords.commentHint))])
        return panel(RoomWords.talk, id: "talk", [comments, hint, form])
    }

    private func card(_ comment: Comment) -> [HTML] {
        var pieces: [HTML] = [
            .element(
                "p", ["class": "facts"],
                [
                    .element("strong", ["dir": "auto"], [.text(comment.author)]),
                    .element("span", [Moment(comment.at).html]),
                ])
        ]
        if let anchor = comment.anchor {
            pieces.append(.element("blockquote", ["dir": "auto"], [.text(anchor.quote)]))
            if let followed = anchors[comment.id], followed.range == nil {
                pieces.append(.element("p", ["class": "quiet"], [.text(said(RoomWords.outdated))]))
            }
        }
        pieces.append(.element("p", ["dir": "auto"], [.text(comment.text)]))
        pieces += comment.replies.map { reply in
            .element(
                "p", ["class": "reply", "dir": "auto"],
                [.element("strong", reply.author), .text(" " + reply.text)])
        }
        return pieces + ending(of: comment)
    }

    private func ending(of comment: Comment) -> [HTML] {
        if let resolver = comment.resolvedBy {
            return [.element("p", ["class": "quiet"], [.text("\(said(RoomWords.resolvedBy)): \(resolver)")])]
        }
        guard isOpen else { return [] }
        let path = path + "/comments/\(comment.id)"
        return [
            RoomForm(path + "/replies", of: input).html(
                [RoomForm.Field.line("text", said(RoomWords.reply), maximum: 4000, isRequired: true)],
                button: RoomWords.reply),
            RoomForm(path + "/resolve", of: input).html([], button: RoomWords.resolve),
        ]
    }

    private var verdicts: HTML {
        let said = review.verdicts.map { verdict in
            HTML.element(
                "li", ["class": "comment"],
                [
                    .element(
                        "p", ["class": "facts"],
                        [
                            .element("strong", self.said(RoomWords.of(verdict.kind))),
                            .element("span", ["dir": "auto"], [.text(verdict.reviewer)]),
                            .element("span", [Moment(verdict.at).html]),
                        ]),
                    .element("p", ["dir": "auto"], [.text(verdict.reason)]),
                ])
        }
        let list = HTML.element("ol", ["class": "comments"], said)
        return panel(RoomWords.verdicts, id: "verdicts", isOpen ? [list] + deciding : [list])
    }

    private var deciding: [HTML] {
        [
            RoomForm(path + "/verdicts", of: input).html(
                [
                    RoomForm.Field.choice(
                        "verdict", said(RoomWords.verdict),
                        Verdict.Kind.allCases.map { ($0.rawValue, said(RoomWords.of($0))) }),
                    RoomForm.Field.line("reason", said(RoomWords.reason), maximum: 1000, isRequired: true),
                ], button: RoomWords.decide, isMain: true),
            RoomForm(path + "/close", of: input).html([], button: RoomWords.close),
        ]
    }
}
