import Domain
import Testing

@Suite(Reading.condition)
struct NegationTests {
    @Test(arguments: [
        ("강아지가 아닌 고양이", ["puppy"]), ("강아지 말고 고양이", ["puppy"]), ("자막과 글자가 없는 바다", ["subtitles", "letters"]),
        ("사람 없는 거리", ["person"]),
        ("사람이 없는 거리", ["person"]), ("자막 없이 바다 영상", ["subtitles"]),
        ("사람은 빼고 산만 보여줘", ["person"]), ("해변, 사람 제외", ["person"]), ("도시 야경, 텍스트 없음", ["text"]),
        ("웃지 않는 아이", ["smiling"]), ("안 웃는 아이", ["smiling"]), ("못 나는 새", ["flying"]),
        ("글자 없이, 사람 없이, 고요한 호수", ["letters", "person"]),
        ("아무도 없는 바닷가", ["people"]),
    ])
    func `what must not be there is excluded and is no subject`(idea: String, excluded: [String]) async throws
    {
        let scene = try await Reading.of(idea).scene
        #expect(scene.exclusions.map(\.text) == excluded)
        #expect(!scene.subjects.contains { excluded.contains($0.name) })
        #expect(!scene.subjects.isEmpty)
    }

    @Test(arguments: [
        Case("웃지 않는 아이", ["not smiling"]), Case("사람 없는 거리", ["without people"]),
        Case("강아지 말고 고양이", ["not a puppy"]), Case("아이가 사과를 먹지 않는다", ["does not eat"]),
        Case("강아지가 안 뛰고 있다", ["is not running"]), Case("새가 날지 못한다", ["does not fly"]),
    ])
    func `the translation keeps the negation`(example: Case) async throws { try await example.check() }
}
