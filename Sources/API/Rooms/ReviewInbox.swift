import Domain
import HTTPServer

/// What waits for a review, and what was reviewed.
struct ReviewInbox {
    let reviews: [Review]
    let input: Input

    var page: RoomPage {
        let waiting = reviews.filter { $0.state == .open }
        let done = reviews.filter { $0.state == .closed }
        var pieces: [HTML] = [.element("h2", said(RoomWords.waiting))]
        pieces.append(
            waiting.isEmpty
                ? .element("p", ["class": "empty"], [.text(said(RoomWords.inboxEmpty))]) : list(of: waiting))
        if !done.isEmpty { pieces += [.element("h2", said(RoomWords.done)), list(of: done)] }
        return RoomPage(.review, pieces, of: input)
    }

    private func said(_ words: Words) -> String { words.said(in: input.language) }

    private func list(of reviews: [Review]) -> HTML {
        .element("ul", ["class": "inbox"], reviews.map { .element("li", [link(to: $0)]) })
    }

    private func link(to review: Review) -> HTML {
        let range =
            review.first == review.last
            ? said(RoomWords.revision(review.last)) : "\(review.first) → \(review.last)"
        let approvals = review.standing.count { $0.kind == .approve }
        let facts: [HTML?] = [
            .text(range), .element("span", ["dir": "auto"], [.text(review.author)]),
            Moment(review.updatedAt).html,
            review.comments.isEmpty ? nil : .text("\(said(RoomWords.talk)) \(review.comments.count)"),
            approvals == 0 ? nil : .text("\(said(RoomWords.approve)) \(approvals)"),
            review.isContested ? .element("strong", said(RoomWords.contested)) : nil,
        ]
        return .element(
            "a", ["href": "/review/\(review.id)", "class": "prompt-card"],
            [
                .element(
                    "span", ["class": "what"],
                    [
                        .element("strong", ["dir": "auto"], [.text(review.title)]),
                        .element(
                            "span", ["class": "facts"],
                            facts.compactMap(\.self).map { .element("span", [$0]) }),
                    ])
            ])
    }
}
