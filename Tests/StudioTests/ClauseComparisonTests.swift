import Domain
import Similarity
import Studio
import TestSupport
import Testing

@Suite struct ClauseComparisonTests {
    private let comparison = ClauseComparison(scene: Scene())

    private func told(_ old: String, _ new: String) -> [String] {
        comparison.changes(from: old, to: new).map { "\($0.slot): \($0.from) → \($0.to)" }
    }

    @Test(arguments: [
        (
            "a cat, soft lighting, wide shot.", "a cat, golden hour light, wide shot.",
            ["light: soft lighting → golden hour light"]
        ),
        (
            "a cat, daylight, wide shot.", "a cat, neon light, macro shot.",
            ["light: daylight → neon light", "camera: wide shot → macro shot"]
        ),
        ("a cat.", "a cat, anime style.", ["style:  → anime style"]),
        (
            "a cat, fine detail.", "a cat, coarse grain, watercolor.",
            ["text: fine detail → coarse grain", "style:  → watercolor"]
        ),
        ("a cat, fine detail, wide shot.", "a cat, wide shot.", ["text: fine detail → "]),
        (
            "a cat, wide shot, soft light.", "a cat, hard light, aerial shot.",
            ["camera: wide shot → aerial shot", "light: soft light → hard light"]
        ),
        ("a cat.", "a cat.", []),
    ])
    func `changes are told clause by clause`(old: String, new: String, changes: [String]) {
        #expect(told(old, new) == changes)
    }

    @Test func `what is told leads from one text to the other`() {
        var random = SplitMix64(seed: 5)
        let clauses = [
            "soft light", "wide shot", "fine detail", "anime", "rain", "a glow", "16mm", "macro shot",
        ]
        for _ in 0..<300 {
            let (old, new) = (
                clauses.shuffled(using: &random).prefix(4), clauses.shuffled(using: &random).prefix(4)
            )
            var changed = Set(old)
            for change in comparison.changes(
                from: "a cat, " + old.joined(separator: ", "), to: "a cat, " + new.joined(separator: ", "))
            {
                changed.remove(change.from)
            }
            let came = comparison.changes(
                from: "a cat, " + old.joined(separator: ", "), to: "a cat, " + new.joined(separator: ", "))
            #expect(changed.union(came.map(\.to)).subtracting([""]).isSuperset(of: new))
        }
    }
}

@Suite struct RuleApplicationTests {
    private let application = RuleApplication()

    private func rule(_ to: String, slot: String = "text", gaveWay: [String] = [], isAdded: Bool = false)
        -> EditRule
    {
        var rule = EditRule(
            id: to, scope: .workspace, slot: slot, category: nil, from: "", to: to, support: 2, occasions: 2,
            reverted: 0)
        rule.gaveWay = gaveWay
        rule.isAdded = isAdded
        return rule
    }

    @Test func `a rule takes the place of what gave way before, else of its slot, else of none`() {
        let text = "a cat, daylight, soft lighting."
        let learnt = rule("neon light", slot: "light", gaveWay: ["daylight"])
        #expect(application.suggestion(learnt, for: text)?.text == "a cat, neon light, soft lighting.")
        #expect(application.suggestion(learnt, for: "a cat, dim light.")?.text == "a cat, neon light.")
        #expect(application.suggestion(learnt, for: "a cat.")?.text == "a cat, neon light.")
        #expect(application.suggestion(learnt, for: "a cat, neon light.") == nil)
    }

    @Test func `words of no slot are only added where they were added`() {
        #expect(application.suggestion(rule("coarse grain", gaveWay: ["fine detail"]), for: "a cat.") == nil)
        let added = rule("coarse grain", gaveWay: ["fine detail"], isAdded: true)
        #expect(application.suggestion(added, for: "a cat.")?.text == "a cat, coarse grain.")
    }

    @Test func `two rules for one place are one suggestion`() {
        let rules = [
            rule("neon light", slot: "light"), rule("soft light", slot: "light"),
            rule("coarse grain", gaveWay: ["fine detail"]), rule("soft detail", gaveWay: ["fine detail"]),
        ]
        let text = "a cat, dim light, fine detail."
        #expect(
            application.suggestions(rules, for: text, limit: 5).map(\.rule.to) == [
                "neon light", "coarse grain",
            ])
        #expect(application.text(text, following: rules) == "a cat, neon light, coarse grain.")
    }

    @Test func `what the idea asks for is left alone, and not said twice`() {
        var scene = Scene()
        scene.light = [Phrase("neon light", certainty: .translated)]
        let asked = RuleApplication(scene: scene)
        #expect(asked.suggestion(rule("soft light", slot: "light"), for: "a cat, neon light.") == nil)
    }
}
