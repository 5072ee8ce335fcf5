import Domain
import SQLiteStore
import Studio
import TestSupport
import Testing

/// Rules of retention, on a clock that a test moves.
@Suite(.timeLimit(.minutes(5)))
struct RetentionTests {
    @Test func `the trash is emptied, and prompts that nobody touched go to the trash`()
        async throws
    {
        let desk = try EditingDesk()
        let kept = try await desk.studio.write(Idea(typed: "a red car"), in: .standard).prompt
        let untouched = try await desk.studio.write(Idea(typed: "a blue car"), in: .standard).prompt
        let deleted = try await desk.studio.write(Idea(typed: "a green car"), in: .standard).prompt
        _ = try await desk.studio.use(kept.id, in: .standard, by: .service)
        try await desk.studio.delete(deleted.id, in: .standard, by: .service)
        let rules = RetentionRules(
            trash: .seconds(100), prompts: .seconds(300))
        #expect(try await desk.studio.retain(by: rules).isEmpty)
        desk.clock.advance(by: .seconds(150))
        #expect(try await desk.studio.retain(by: rules).purgedPrompts == 1)
        #expect(try await desk.studio.deletedPrompts(in: .standard, before: nil, limit: 9).isEmpty)
        desk.clock.advance(by: .seconds(200))
        let last = try await desk.studio.retain(by: rules)
        #expect(last.deletedPrompts == 1)
        let trash = try await desk.studio.deletedPrompts(in: .standard, before: nil, limit: 9)
        #expect(trash.map(\.id) == [untouched.id])
        #expect(try await desk.studio.prompt(kept.id, in: .standard).id == kept.id)
    }
}
