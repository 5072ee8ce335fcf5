import Domain
import Similarity
import TestSupport
import Testing

@Suite struct EditMemoryTests {
    private let random = SeededRandom(seed: 3)

    private func edit(
        _ from: String, _ to: String, slot: String = "light", by author: String = "a",
        in category: Domain.Category = .animal, reverted: Bool = false
    ) -> ObservedEdit {
        let now = Timestamp(milliseconds: 0)
        return ObservedEdit(
            id: Edit.ID(at: now, random: random), prompt: Prompt.ID(at: now, random: random), author: author,
            slot: slot, from: from, to: to, category: category, isReverted: reverted)
    }

    private func memory(_ edits: [ObservedEdit]) -> EditMemory {
        edits.reduce(into: EditMemory()) { $0.observe($1) }
    }

    @Test func `a change made in most prompts of a kind is a pattern with its support`() throws {
        let memory = memory((0..<14).map { _ in edit("bright", "golden hour light") })
        let rule = try #require(memory.patterns(for: .animal) { _, _ in 3 }.first)
        #expect(rule.support == 14 && rule.occasions == 17 && rule.from == "bright")
        #expect(rule.sentence(in: .english).contains("in 14 of 17 animal prompts"))
        #expect(memory.patterns(for: .city) { _, _ in 0 }.isEmpty)
        #expect(memory.patterns(for: .animal) { _, _ in 30 }.isEmpty)
    }

    @Test func `what is taken back is no pattern`() {
        let memory = memory((0..<6).map { edit("a", "b", reverted: $0 > 1) })
        #expect(memory.patterns(for: .animal) { _, _ in 0 }.isEmpty)
    }

    /// Prompts of one kind, one after the other, each with one clause in the place of another.
    private func edited(
        _ clauses: [(from: String, to: String)], slot: String = "light", by author: String = "a",
        in category: Domain.Category = .animal, from start: Int64 = 0
    ) -> [EditedPrompt] {
        clauses.enumerated().map { number, change in
            let time = Timestamp(milliseconds: start + Int64(number))
            return EditedPrompt(
                prompt: Prompt.ID(at: time, random: random), author: author, category: category,
                editedAt: time,
                changes: change.to == change.from
                    ? [] : [EditedPrompt.Change(slot: slot, from: change.from, to: change.to)])
        }
    }

    private func memory(_ prompts: [EditedPrompt]) -> EditMemory {
        prompts.reduce(into: EditMemory()) { $0.observe([$1], of: $1.prompt) }
    }

    private func rules(_ prompts: [EditedPrompt], of author: String = "a") -> [EditRule] {
        memory(prompts).preferences(of: .person(author))
    }

    @Test func `one prompt is no preference, two are`() throws {
        let two = edited([("x", "soft light"), ("y", "soft light")])
        #expect(rules(Array(two.prefix(1))).isEmpty)
        let rule = try #require(rules(two).first)
        #expect(rule.to == "soft light" && rule.gaveWay == ["x", "y"] && !rule.isAdded)
        #expect(rules(two, of: "b").isEmpty)
        #expect(memory(two).preferences(of: .workspace).map(\.to) == ["soft light"])
    }

    @Test func `what was edited in a prompt is forgotten with it`() {
        let edits = [edit("x", "soft light"), edit("y", "soft light"), edit("z", "neon light")]
        var memory = memory(edits)
        memory.forget(edits[1].prompt)
        #expect(memory.count == 2 && memory.preferences(of: .workspace).isEmpty)
        memory.observe(edits[1])
        #expect(memory.preferences(of: .workspace).map(\.to) == ["soft light"])
    }

    @Test func `a wish that differs by the kind of prompt is a rule for each kind`() {
        let city = edited((0..<4).map { _ in ("x", "neon light") }, in: .city)
        let animal = edited((0..<4).map { _ in ("x", "soft light") }, in: .animal, from: 10)
        let rules = rules(city + animal)
        #expect(
            Set(rules.map { "\($0.category?.rawValue ?? "") \($0.to)" }) == [
                "city neon light", "animal soft light",
            ])
    }

    @Test func `what holds in every kind that is known is one rule`() {
        let kinds: [Domain.Category] = [.city, .animal, .food]
        let prompts = kinds.enumerated().flatMap { number, kind in
            edited([("x", "soft light"), ("x", "soft light")], in: kind, from: Int64(number) * 10)
        }
        #expect(rules(prompts).map(\.category) == [nil])
        #expect(rules(prompts).map(\.support) == [6])
    }

    @Test func `prompts that were left as they are count against a rule`() {
        let kept = edited((0..<5).map { _ in ("x", "x") }, from: 10)
        #expect(rules(edited([("x", "soft light"), ("x", "soft light")]) + kept).isEmpty)
    }

    @Test func `what was taken out again and again is a rule to take it out`() throws {
        let rule = try #require(rules(edited([("lens flare", ""), ("lens flare", "")], slot: "text")).first)
        #expect(rule.from == "lens flare" && rule.to.isEmpty)
    }

    @Test func `a changed taste is followed, and an identifier stays the same`() throws {
        let before = edited((0..<8).map { _ in ("x", "soft light") })
        let after = before + edited((0..<8).map { _ in ("x", "neon light") }, from: 10)
        #expect(rules(before).map(\.to) == ["soft light"])
        #expect(rules(after).map(\.to) == ["neon light"])
        #expect(rules(before).map(\.id) == rules(Array(before.dropFirst())).map(\.id))
    }

    @Test func `a prompt that is looked at again counts once`() {
        let prompts = edited([("x", "soft light")])
        #expect(rules(prompts + prompts + prompts).isEmpty)
    }
}
