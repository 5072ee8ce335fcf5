import Domain
import HTTPServer

extension PromptRoom {
    /// The videos of the prompt, and two of them side by side.
    ///
    /// - Throws: `DiffError` when a stored diff does not fit its text.
    var videoSection: HTML {
        get throws {
            guard !jobs.isEmpty else {
                return panel(
                    RoomWords.videos, id: "videos",
                    [.element("p", ["class": "empty"], [.text(said(RoomWords.noVideos))])])
            }
            let list = HTML.element(
                "ol", ["class": "jobs"], jobs.map { .element("li", ["class": "job"], card($0)) })
            return panel(RoomWords.videos, id: "videos", try pairShown + [list] + choosing)
        }
    }

    private func said(_ words: Words) -> String { words.said(in: input.language) }

    private func panel(_ title: Words, id: String, _ pieces: [HTML]) -> HTML {
        .element(
            "section", ["class": "panel", "id": id, "aria-labelledby": "\(id)-title"],
            [.element("h2", ["id": "\(id)-title"], [.text(said(title))])] + pieces)
    }

    private func card(_ job: VideoJob) -> [HTML] {
        let facts = [
            HTML.element("strong", said(RoomWords.of(job.state))),
            .element("span", said(RoomWords.revision(job.revision))), .element("span", job.provider),
            .element("span", [Moment(job.createdAt).html]),
        ]
        return [.element("p", ["class": "facts"], facts)] + picture(of: job) + trouble(of: job)
    }

    private func picture(of job: VideoJob) -> [HTML] {
        guard let file = job.result else { return [] }
        guard job.expiredAt == nil else {
            return [.element("p", ["class": "quiet"], [.text(said(RoomWords.expired))])]
        }
        let player = HTML.element(
            "video",
            [
                "class": "player", "controls": "", "preload": "none", "playsinline": "",
                "poster": "/v1/videos/\(job.id)/thumbnail", "src": "/v1/videos/\(job.id)/content",
                "aria-label": prompt.idea.text,
            ], [])
        let mark =
            file.isSubstitute
            ? [HTML.element("p", ["class": "notice"], [.text(said(RoomWords.substitute))])] : []
        return mark + [player]
    }

    private func trouble(of job: VideoJob) -> [HTML] {
        guard let failure = job.failure else { return [] }
        let retry = RoomForm("/v1/videos/\(job.id)/retry", of: input).html([], button: RoomWords.retry)
        return [.element("p", ["class": "quiet", "dir": "auto"], [.text(failure.message)]), retry]
    }

    private var pairShown: [HTML] {
        get throws {
            guard let videos else { return [] }
            let sides = [videos.left, videos.right].map { HTML.element("div", card($0)) }
            let difference = try DifferenceView(
                comparison: videos.comparison, layout: layout, language: input.language
            ).html
            return [.element("div", ["class": "split"], sides), difference]
        }
    }

    private var choosing: [HTML] {
        let finished = jobs.filter { $0.result != nil && $0.expiredAt == nil }
        guard finished.count > 1 else { return [] }
        let options = finished.map {
            (
                "\($0.id)",
                "\(said(RoomWords.revision($0.revision))) · \($0.provider) · \($0.createdAt.description.prefix(16))"
            )
        }
        return [
            .element(
                "form", ["method": "get", "action": "/history/\(prompt.id)#videos", "class": "row-form"],
                [
                    RoomForm.Field.choice(
                        "left", said(RoomWords.left), options, chosen: input.request.query("left") ?? ""),
                    RoomForm.Field.choice(
                        "right", said(RoomWords.right), options,
                        chosen: input.request.query("right") ?? options[1].0),
                    .element(
                        "button", ["type": "submit", "class": "secondary"], [.text(said(RoomWords.compare))]),
                ])
        ]
    }

    /// Points a label to a revision.
    var labelling: HTML {
        let numbers = revisions.reversed().map { ("\($0.number)", said(RoomWords.revision($0.number))) }
        let now = labels.map {
            HTML.element(
                "span", ["class": "tag"], [.text("\($0.name) → \(said(RoomWords.revision($0.revision)))")])
        }
        // The label's name is part of the address, so each of the usual ones has its form.
        let forms = ["draft", "review", "production"].map { name in
            HTML.element(
                "div", ["class": "row"],
                [
                    .element("code", name),
                    RoomForm("/v1/prompts/\(prompt.id)/labels/\(name)", of: input).html(
                        [RoomForm.Field.choice("revision", said(RoomWords.revisionToLabel), numbers)],
                        button: RoomWords.moveLabel),
                ])
        }
        return panel(RoomWords.label, id: "labels", [.element("p", ["class": "tags"], now)] + forms)
    }

    var askingForReview: HTML {
        let numbers = revisions.reversed().map { ("\($0.number)", said(RoomWords.revision($0.number))) }
        let form = RoomForm("/v1/prompts/\(prompt.id)/reviews", of: input).html(
            [
                RoomForm.Field.line("title", said(RoomWords.reviewTitle), maximum: 200, isRequired: true),
                RoomForm.Field.choice("to", said(RoomWords.revisionToLabel), numbers),
            ], button: RoomWords.askForReview)
        return panel(RoomWords.askForReview, id: "ask", [form])
    }

    /// The prompt and its revisions for programs.
    var data: HTML {
        let path = "/v1/prompts/\(prompt.id)"
        return .element(
            "p", ["class": "quiet"],
            [
                .text(said(RoomWords.export) + ": "), .link(to: path, "JSON"), .text(" · "),
                .link(to: path + "/revisions", said(RoomWords.tree)),
            ])
    }
}
