import Domain
import Foundation
import Testing

@Suite(Reading.condition)
struct AcceptanceTests {
    @Test(arguments: [
        Case("귀여운 강아지가 뛰노는 밝은 영상", ["cute puppy", "frolic", "bright"], not: ["dog"]),
        Case("눈 내리는 산타마을", ["santa village", "snow"], not: ["eye", "eyes"]),
        Case("화려한 불꽃놀이 장면", ["colorful fireworks"], not: ["appearing"]),
        Case("사람이 해변을 걷는 모습", ["person walking along a beach"]),
        Case(
            "비 오는 서울 밤거리를 걷는 여자, 시네마틱",
            ["a woman walking along", "rain", "seoul", "night", "cinematic"]),
        Case("강아지가 아닌 고양이", ["a cat", "not a puppy"]),
        Case(
            "노란 우산을 쓴 소년이 빗속을 뛰어간다", ["a boy holding a yellow umbrella", "runs in the rain"],
            not: ["writing", "wearing", "using"]),
        Case("부엌에서 김치를 담그는 할머니", ["a grandmother making kimchi", "in a kitchen"]),
        Case("산에서 내려오는 안개", ["fog rolling down from a mountain"]),
        Case("우주를 유영하는 고래", ["a whale swimming through space"]),
        Case("노을 지는 해변에서 춤추는 커플", ["a couple dancing on a beach at sunset"]),
    ])
    func `the ideas that the original got wrong come out right`(example: Case) async throws {
        try await example.check()
    }

    @Test func `a cat that is no puppy has one subject and one exclusion`() async throws {
        let scene = try await Reading.of("강아지가 아닌 고양이").scene
        #expect(scene.subjects.map(\.name) == ["cat"])
        #expect(scene.subjects.first?.kind == .animal)
        #expect(scene.exclusions.map(\.text) == ["puppy"])
    }

    @Test func `fireworks imply the night, and say that it was inferred`() async throws {
        let time = try await Reading.of("화려한 불꽃놀이 장면").scene.time
        #expect(time == [Phrase("at night", certainty: .inferred)])
    }

    @Test func `the slots are filled from one sentence`() async throws {
        let scene = try await Reading.of("비 오는 서울 밤거리를 걷는 여자, 시네마틱").scene
        #expect(scene.subjects.map(\.phrase.text) == ["a woman"])
        #expect(scene.actions.map(\.subject) == [0])
        #expect(scene.weather.map(\.text) == ["in the rain"])
        #expect(scene.style.map(\.text) == ["cinematic"])
    }

    @Test(arguments: ["눈내리는산타마을", "눈 내리는 산타마을", "눈 내리는 산타 마을"])
    func `missing spaces change nothing`(idea: String) async throws {
        let scene = try await Reading.of(idea).scene
        #expect(scene.subjects.map(\.name) == ["Santa village"])
        #expect(scene.weather.count == 1)
    }

    @Test func `text from macOS in NFD reads the same`() async throws {
        let idea = "노을 지는 해변에서 춤추는 커플"
        let decomposed = try await Reading.of(idea.decomposedStringWithCanonicalMapping)
        #expect(try await Reading.of(idea) == decomposed)
    }

    @Test(arguments: ["영상 만들어 주세요", "123", "🎉🎊", "ㅋㅋㅋ", "", "...", "장면"])
    func `an idea without content gives an empty scene`(idea: String) async throws {
        #expect(try await Reading.of(idea).scene == Scene())
    }
}
