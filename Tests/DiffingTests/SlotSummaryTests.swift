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

    @Test func `tells a move as one`() throws {
        let old = "slow camera pan, a dog runs"
        let summary = try SlotSummary(Differ().diff(old, "a dog runs, slow camera pan"), of: old)
        #expect(summary.changes.contains { $0.kind == .moved })
    }
}
