import Diffing
import Domain
import Studio
import TestSupport
import Testing

/// Branches, merges, restores, replays and two people at once.
@Suite(.timeLimit(.minutes(10)))
struct BranchTests {
    private let desk: EditingDesk
    private let night: ReferenceName

    init() throws {
        desk = try EditingDesk()
        night = try ReferenceName("night", field: "name")
    }

    @Test func `a branch is merged back, and the merge remembers both parents`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("A cat naps in the sun. Soft light.")
        _ = try await studio.branch(night, from: .number(1), of: id, in: .standard, by: .kim)
        _ = try await desk.save("A cat naps in the sun. Moon light.", to: id, by: .kim, on: night)
        _ = try await desk.save("A dog naps in the sun. Soft light.", to: id, by: .lee)
        let merged = try await studio.merge(
            .name(night), into: .main, of: id, in: .standard, by: .park)
        #expect(merged.revision.text == "A dog naps in the sun. Moon light.")
        #expect(merged.revision.parents == [3, 2])
        let again = try await studio.merge(.name(night), into: .main, of: id, in: .standard, by: .park)
        #expect(again.isUnchanged)
        #expect(try await studio.prompt(id, in: .standard).head.number == 4)
    }

    @Test func `a conflict is data, and a call resolves it`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("A cat naps.")
        _ = try await studio.branch(night, from: .number(1), of: id, in: .standard, by: .kim)
        _ = try await desk.save("A fox naps.", to: id, by: .kim, on: night)
        _ = try await desk.save("A dog naps.", to: id, by: .lee)
        let conflict = await #expect(throws: MergeConflict.self) {
            try await studio.merge(.name(night), into: .main, of: id, in: .standard, by: .park)
        }
        #expect(conflict?.merge.text.conflicts.map(\.theirs) == ["fox"])
        #expect(try await studio.revisions(of: id, in: .standard).count == 3)
        let merged = try await studio.merge(
            .name(night), into: .main, of: id, in: .standard, by: .park, choices: [.theirs])
        #expect(merged.revision.text == "A fox naps.")
    }

    @Test func `the second of two gets the head and a ready merge`() async throws {
        let id = try await desk.prompt("A cat naps in the sun. Soft light.")
        _ = try await desk.save("A dog naps in the sun. Soft light.", to: id, by: .kim, basedOn: 1)
        let conflict = await #expect(throws: EditConflict.self) {
            try await desk.save("A cat naps in the sun. Hard light.", to: id, by: .lee, basedOn: 1)
        }
        #expect(conflict?.head.number == 2)
        #expect(conflict?.merge.configuration?.text == "A dog naps in the sun. Hard light.")
        #expect(try await desk.studio.revisions(of: id, in: .standard).count == 2)
        let future = await #expect(throws: InputError.self) {
            try await desk.save("x", to: id, by: .lee, basedOn: 9)
        }
        #expect(future?.field == "base")
    }

    @Test func `an edit is replayed where it fits, and refused with a reason where it does not`() async throws
    {
        let studio = desk.studio
        let one = try await desk.prompt("A cat naps in bright light.")
        let other = try await desk.prompt("A dog runs in bright light at noon.")
        let third = try await desk.prompt("An empty street.")
        _ = try await desk.save("A cat naps in golden light.", to: one, by: .kim)
        let source = ReplaySource(prompt: one, revision: 2)
        let saved = try await studio.replay(source, on: other, in: .standard, by: .lee)
        #expect(saved.revision.text == "A dog runs in golden light at noon.")
        let refused = await #expect(throws: ReplayRefused.self) {
            try await studio.replay(source, on: third, in: .standard, by: .lee)
        }
        #expect(refused?.outcomes.isEmpty == false)
        #expect(try await studio.revisions(of: third, in: .standard).count == 1)
    }

    @Test(arguments: UInt64(0)..<2)
    func `a thousand random edits with branches and merges are rebuilt byte for byte`(seed: UInt64)
        async throws
    {
        let studio = desk.studio
        let id = try await desk.prompt("A cat naps in the sun.")
        var random = SplitMix64(seed: seed)
        var branches = [ReferenceName.main]
        let words = ["고양이", "강아지가", "\u{1112}\u{1161}\u{11AB}", "golden", "👩‍👩‍👧", "\r\n", "light,", "e\u{301}"]
        for step in 0..<1000 {
            let branch = branches.randomElement(using: &random) ?? .main
            switch Int.random(in: 0..<40, using: &random) {
            case 0 where branches.count < 8:
                let name = try ReferenceName("branch-\(step)", field: "name")
                _ = try await studio.branch(name, from: .name(branch), of: id, in: .standard, by: .kim)
                branches.append(name)
            case 1:
                let source = branches.randomElement(using: &random) ?? .main
                let text = words.shuffled(using: &random).joined(separator: " ")
                _ = try? await studio.merge(
                    .name(source), into: branch, of: id, in: .standard, by: .lee, text: text)
            default:
                var text = Array(try await studio.revision(.name(branch), of: id, in: .standard).text)
                let place = Int.random(in: 0...text.count, using: &random)
                text.insert(contentsOf: words.randomElement(using: &random) ?? "", at: place)
                if text.count > 60 { text.removeFirst(20) }
                _ = try await desk.save("." + String(text), to: id, by: .kim, on: branch)
            }
        }
        let revisions = try await studio.revisions(of: id, in: .standard)
        let graph = RevisionGraph(revisions)
        for revision in revisions {
            let rebuilt = try graph.rebuild(revision.number)
            #expect(rebuilt.isIdentical(to: revision.configuration))
        }
        #expect(revisions.contains { $0.mergedFrom != nil } && revisions.count > 900)
    }

    @Test func `everything is versioned, and restored with a new revision`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("A cat naps.")
        var edit = ConfigurationEdit()
        edit.fields = [.negative: "rain", .model: "veo-3.1", .seed: "7", .idea: "새벽의 고양이"]
        let saved = try await studio.save(edit, to: id, in: .standard, by: .kim)
        #expect(saved.revision.changes.count == 4)
        #expect(try await studio.save(edit, to: id, in: .standard, by: .kim).isUnchanged)
        let restored = try await studio.restore(1, of: id, in: .standard, by: .lee)
        #expect(restored.revision.number == 3)
        let first = try await studio.revision(1, of: id, in: .standard)
        #expect(restored.revision.configuration.isIdentical(to: first.configuration))
        var query = EditSearch()
        query.query.isReverted = true
        let reverted = try await studio.edits(query, in: .standard, before: nil, limit: 10)
        #expect(!reverted.isEmpty && reverted.allSatisfy { $0.revertedBy == 3 })
    }

    @Test func `edits are found by what was there and what came, in either language`() async throws {
        let studio = desk.studio
        let id = try await desk.prompt("A cat naps in bright light.")
        _ = try await desk.save("A cat naps in golden light.", to: id, by: .kim)
        var ideas = ConfigurationEdit()
        ideas.fields[.idea] = "귀여운 강아지가 뛰노는 새벽 영상"
        _ = try await studio.save(ideas, to: id, in: .standard, by: .lee)
        for (from, to, author) in [("bright", "golden", "kim"), ("밝은", "새벽", "lee")] {
            var search = EditSearch()
            (search.from, search.to) = (from, to)
            let found = try await studio.edits(search, in: .standard, before: nil, limit: 10)
            #expect(found.map(\.author) == [author])
            (search.from, search.to) = (to, from)
            #expect(try await studio.edits(search, in: .standard, before: nil, limit: 10).isEmpty)
        }
    }

    @Test func `edits that added a camera move are found by slot and kind`() async throws {
        let id = try await desk.prompt("A cat naps on a sofa.")
        _ = try await desk.save("A cat naps on a sofa, slow dolly-in.", to: id, by: .kim)
        _ = try await desk.save("A cat naps on a sofa, slow dolly-in, golden hour light.", to: id, by: .lee)
        var search = EditSearch()
        (search.query.slot, search.query.kind) = ("camera", .added)
        let found = try await desk.studio.edits(search, in: .standard, before: nil, limit: 10)
        #expect(found.map(\.author) == ["kim"])
    }
}
