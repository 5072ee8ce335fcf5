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

    @Test func `one edit is no preference, the same in two prompts is`() {
        #expect(memory([edit("x", "soft light")]).preferences(of: .person("a")).isEmpty)
        let two = memory([edit("x", "soft light"), edit("y", "soft light")])
        #expect(two.preferences(of: .person("a")).map(\.to) == ["soft light"])
        #expect(two.preferences(of: .person("b")).isEmpty)
        #expect(two.preferences(of: .workspace).map(\.to) == ["soft light"])
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
        let edits = (0..<6).map {
            $0.isMultiple(of: 2) ? edit("x", "neon light", in: .city) : edit("x", "soft light", in: .animal)
        }
        let rules = memory(edits + [edit("x", "dim light", in: .food)]).preferences(of: .person("a"))
        #expect(Set(rules.map(\.category)) == [.city, .animal])
    }

    @Test func `a changed taste is followed, and an identifier stays the same`() throws {
        let before = memory((0..<8).map { _ in edit("x", "soft light") })
        var after = before
        for _ in 0..<8 { after.observe(edit("soft light", "neon light")) }
        #expect(before.preferences(of: .person("a")).map(\.to) == ["soft light"])
        #expect(after.preferences(of: .person("a")).map(\.to) == ["neon light"])
        #expect(
            before.preferences(of: .person("a")).map(\.id) == before.preferences(of: .person("a")).map(\.id))
    }
}
