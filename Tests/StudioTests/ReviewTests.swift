import Domain
import Studio
import Testing

/// Who may do what to a label, and how a review comes to an approval.
@Suite(.timeLimit(.minutes(5)))
struct ReviewTests {
    private let desk: EditingDesk
    private let production: ReferenceName

    init() throws {
        desk = try EditingDesk()
        production = try ReferenceName("production", field: "label")
    }

    @Test func `a label moves only to a revision that somebody else approved`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("A cat naps.")
        _ = try await desk.save("A cat naps in the sun.", to: id, by: .kim)
        let rule = LabelRule(label: production, isProtected: true, requiredApprovals: 1)
        try await studio.set(rule, in: .standard, by: .park)
        let forbidden = await #expect(throws: PermissionError.self) {
            try await studio.move(production, to: .number(2), of: id, in: .standard, by: .kim)
        }
        #expect(forbidden?.permission == .moveProtectedLabels)
        await #expect(throws: ReviewError.notApproved(label: production, required: 1, found: 0)) {
            try await studio.move(production, to: .number(2), of: id, in: .standard, by: .lee)
        }
        let review = try await studio.openReview(
            of: .number(2), title: "빛", prompt: id, in: .standard, by: .kim)
        let kimAsReviewer = Actor(name: "kim", role: .reviewer)
        await #expect(throws: ReviewError.approvingOwn(reviewer: "kim")) {
            try await studio.decide(
                .approve, reason: "mine", on: review.id, in: .standard, by: kimAsReviewer)
        }
        _ = try await studio.decide(.approve, reason: "good", on: review.id, in: .standard, by: .lee)
        _ = try await studio.decide(.reject, reason: "no", on: review.id, in: .standard, by: .park)
        await #expect(throws: ReviewError.contested(label: production, by: ["park"])) {
            try await studio.move(production, to: .number(2), of: id, in: .standard, by: .lee)
        }
        _ = try await studio.decide(.approve, reason: "now", on: review.id, in: .standard, by: .park)
        _ = try await studio.move(production, to: .number(2), of: id, in: .standard, by: .lee)
        #expect(try await studio.label(production, of: id, in: .standard).revision.number == 2)
        let trail = try await studio.auditEntries(
            in: .standard, of: id, before: nil, limit: 100, by: .park)
        #expect(trail.count { $0.action == .decided } == 3)
        #expect(trail.count { $0.action == .movedLabel } == 1)
    }

    @Test func `every reader sees a label where it was moved to, at once`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("A cat naps.")
        for number in 2...40 {
            _ = try await desk.save("A cat naps, take \(number).", to: id, by: .kim)
            _ = try await studio.move(production, to: .number(number), of: id, in: .standard, by: .lee)
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask { [studio, production] in
                        try await studio.label(production, of: id, in: .standard).revision.number
                    }
                }
                for try await seen in group { #expect(seen == number) }
            }
        }
    }

    @Test func `a comment follows its words, and is outdated when they are gone`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("A bright cat naps.")
        let review = try await studio.openReview(
            of: .number(1), title: "", prompt: id, in: .standard, by: .lee)
        let commented = try await studio.comment(
            "어떤 고양이?", at: CommentPlace(revision: 1, start: 9, length: 3), quoting: "cat", on: review.id,
            in: .standard, by: .lee)
        let comment = try #require(commented.comments.first)
        _ = try await desk.save("Today a bright cat naps.", to: id, by: .kim)
        var found = try await studio.anchors(of: commented)[comment.id]
        #expect(found?.range == 15..<18)
        _ = try await desk.save("Today a bright dog naps.", to: id, by: .kim)
        found = try await studio.anchors(of: commented)[comment.id]
        #expect(found?.range == nil && found?.anchor.quote == "cat")
        let replied = try await studio.reply(
            "검은 고양이", to: comment.id, of: review.id, in: .standard, by: .kim)
        #expect(replied.comments.first?.replies.count == 1)
        let resolved = try await studio.resolve(comment.id, of: review.id, in: .standard, by: .kim)
        #expect(resolved.comments.first?.resolvedBy == "kim")
    }

    @Test func `a comment on words that are not there is refused and nothing is kept`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("고양이가 잔다.")
        let review = try await studio.openReview(
            of: .number(1), title: "", prompt: id, in: .standard, by: .lee)
        for (revision, start, length, field) in [
            (1, 0, 1000, "length"), (1, 1000, 1, "start"), (1, 1, 3, "start"), (9, 0, 1, "revision"),
            (1, 0, Int.max, "length"),
        ] {
            let place = CommentPlace(revision: revision, start: start, length: length)
            let error = await #expect(throws: InputError.self) {
                try await studio.comment("?", at: place, on: review.id, in: .standard, by: .lee)
            }
            #expect(error?.field == field)
        }
        await #expect(throws: ReviewError.spanGone(quote: "강아지")) {
            try await studio.comment(
                "?", at: CommentPlace(revision: 1, start: 0, length: 9), quoting: "강아지", on: review.id,
                in: .standard, by: .lee)
        }
        _ = try await studio.closeReview(review.id, in: .standard, by: .lee)
        await #expect(throws: ReviewError.closed(review.id)) {
            try await studio.comment("late", at: nil, on: review.id, in: .standard, by: .lee)
        }
        #expect(try await studio.review(review.id, in: .standard).comments.isEmpty)
    }

    @Test func `who may only look changes nothing`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("A cat naps.")
        await #expect(throws: PermissionError.self) { _ = try await desk.save("x", to: id, by: .guest) }
        await #expect(throws: PermissionError.self) {
            _ = try await studio.move(production, to: .number(1), of: id, in: .standard, by: .guest)
        }
        let stranger = Actor(name: "s", role: .admin, workspaces: [Workspace(rawValue: "other")])
        await #expect(throws: PermissionError.self) { _ = try await desk.save("x", to: id, by: stranger) }
        #expect(try await studio.revisions(of: id, in: .standard).count == 1)
    }
}
