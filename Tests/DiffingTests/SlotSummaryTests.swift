import Diffing
import Domain
import Testing

@Suite struct SlotSummaryTests {
    @Test(arguments: [
        (
            "a dog, static, bright", "a dog, slow dolly-in, golden hour",
            "camera: static → slow dolly-in; light: bright → golden hour.",
            "카메라: static → slow dolly-in; 빛: bright → golden hour."
        ),
        ("a dog runs", "a dog runs, in snow", "weather: added in snow.", "날씨: in snow 더함."),
        ("a dog", "a dog", "No words changed.", "바뀐 낱말이 없습니다."),
    ])
    func `names the slot`(old: String, new: String, english: String, korean: String) throws {
        let summary = try SlotSummary(Differ().diff(old, new), of: old)
        #expect(summary.sentence(in: .english) == english)
        #expect(summary.sentence(in: .korean) == korean)
    }

    @Test func `asks the scene first`() throws {
        var scene = Scene()
        scene.mood = [Phrase("bright")]
        let summary = try SlotSummary(
            Differ().diff("bright dog", "sad dog"), of: "bright dog", vocabulary: .standard.adding(scene))
        #expect(summary.changes.map(\.slot) == [.mood])
    }

    @Test func `knows the words of a scene's phrases`() throws {
        var scene = Scene()
        scene.place = [Phrase("on a quiet beach")]
        let old = "a dog on a quiet beach, slow pan"
        let summary = try SlotSummary(
            Differ().diff(old, "a dog on a windy beach, slow pan"), of: old,
            vocabulary: .standard.adding(scene))
        #expect(summary.sentence(in: .korean) == "장소: quiet → windy.")
    }

    @Test func `speaks of whole words where only letters changed`() throws {
        let old = "two dogs run in bright light"
        let summary = try SlotSummary(Differ().diff(old, "two dog runs in light, 4K"), of: old)
        #expect(
            summary.changes.map { [$0.old, $0.new] } == [
                ["dogs", "dog"], ["run", "runs"], ["bright", ""], ["", "4K"],
            ])
    }

    @Test func `shows a changed particle with its word`() throws {
        let old = "강아지가 뛴다"
        let summary = try SlotSummary(Differ().diff(old, "강아지를 뛴다"), of: old)
        #expect(summary.changes.map { [$0.old, $0.new] } == [["강아지가", "강아지를"]])
    }

    @Test func `tells a move as one`() throws {
        let old = "slow camera pan, a dog runs"
        let summary = try SlotSummary(Differ().diff(old, "a dog runs, slow camera pan"), of: old)
        #expect(summary.changes.contains { $0.kind == .moved })
    }
}
