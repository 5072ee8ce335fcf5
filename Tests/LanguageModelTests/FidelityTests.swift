import Domain
import LanguageModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct FidelityTests {
    @Test(arguments: [
        ("number", "Two red foxes are running in a forest without people."),
        ("number", "Three red foxes and five birds are running in a forest without people."),
        ("negation", "Three red foxes are running in a forest with people."),
        ("colour", "Three blue foxes are running in a forest without people."),
        ("colour", "Three foxes are running in a forest without people."),
        ("content", "Three red ships sail over an ocean at night without wind."),
    ])
    func `what drifted is refused`(kind: String, translation: String) async throws {
        let answer = Completion.scene(translation, subject: "foxes", name: "fox")
        let desk = try await Desk(Completion.text(answer))
        let draft = try await desk.write(Idea(text: Completion.idea))
        #expect(draft.fallback?.contains(kind) == true)
        #expect(desk.counts("reprise_llm_fallbacks_total{reason=\"drifted\"} 1"))
        #expect(!desk.counts("reprise_llm_drifts_total{kind=\"\(kind)\"} 0"))
    }

    @Test(arguments: [
        "A forest without people, in which three red foxes run.",
        "3 red foxes running in the forest, no people.",
    ])
    func `other words for the same are faithful`(translation: String) async throws {
        let answer = Completion.scene(translation, subject: "three red foxes", name: "fox", count: 3)
        let draft = try await Desk(Completion.text(answer)).write(Idea(text: Completion.idea))
        #expect(draft.fallback == nil)
    }

    @Test func `names and quotations stay`() async throws {
        let idea = try Idea(text: "a dancer in Seoul holding a sign that says \"어서 오세요\"")
        let wrong = Completion.scene(
            "A dancer in Busan holding a sign that says \"welcome\".", subject: "a dancer", name: "dancer")
        let message = try #require(try await Desk(Completion.text(wrong)).write(idea).fallback)
        #expect(message.contains("name") && message.contains("quotation"))
    }
}
