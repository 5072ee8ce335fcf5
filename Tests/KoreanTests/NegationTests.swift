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
        Case("강아지가 안 뛰고 있다", ["is not running"]), Case("새가 날지 못한다", ["cannot fly"]),
    ])
    func `the translation keeps the negation`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("날지 못하는 새", ["a bird that cannot fly"]), Case("걸을 수 없는 노인", ["who cannot walk"]),
        Case("수영할 줄 모르는 남자", ["a man who cannot swim"]), Case("울지 않고 서 있는 아이", ["standing without crying"]),
        Case("우산을 쓰지 않은 채 비를 맞는 여자", ["in the rain without holding an umbrella"]),
        Case("춥지도 덥지도 않은 날", ["neither cold nor hot"]),
        Case("고양이도 강아지도 아닌 동물", ["neither a cat nor a puppy"]),
        Case("아직 피지 않은 꽃", ["has not bloomed yet"]), Case("사람이 거의 없는 지하철", ["with almost no people"]),
        Case("그림자도 없는 사막", ["without shadows"]), Case("한 사람도 없는 해변", ["without people"]),
        Case("더 이상 쓰지 않는 공장", ["that is not used anymore"]),
        Case("절대 뒤돌아보지 않는 여자", ["who never looks back"]), Case("신발도 신지 않고 달리는 아이", ["running without"]),
        Case("잊을 수 없는 추억", ["that cannot be forgotten"]),
    ])
    func `a negation keeps its form and its scope`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("무자막 영상에 나오는 고양이", ["without subtitles"], not: ["radish"]), Case("무설탕 콜라", ["without sugar"]),
        Case("미완성 건물", ["unfinished"]), Case("부자연스러운 미소", ["unnatural"]), Case("불가능한 도전", ["not possible"]),
        Case("비현실적인 풍경", ["unreal"]), Case("출입금지 구역", ["no-entry"]), Case("이름 모를 꽃", ["nameless"]),
        Case("그다지 크지 않은 개", ["not particularly big"]), Case("별로 안 귀여운 고양이", ["not particularly cute"]),
        Case("구름 한 점 없는 하늘", ["without clouds"]), Case("무섭지 않게 노는 유령", ["without being scary"]),
        Case("화려하지 않고 차분한 서점", ["not colorful"]), Case("아무 말도 하지 않고 걷는 남자", ["without talking"]),
        Case("답을 모르는 학생", ["does not know"]), Case("내 눈은 속일 수 없어", ["not able to"]),
        Case("검은 선으로 그리고, 추가 요소를 그리지 마세요", ["without"]),
        Case("고양이는 아니지만 귀여운 동물", ["not a cat"]), Case("폭력적이지 않은 장면", ["not violent"]),
    ])
    func `prefixes and small words deny too`(example: Case) async throws { try await example.check() }

    @Test(arguments: ["테두리는 피해 주세요", "테두리는 넣지 말고 고양이를 보여줘", "테두리를 빼 주세요"])
    func `what a request refuses is excluded`(request: String) async throws {
        let scene = try await Reading.of("잠자는 고양이. \(request)").scene
        #expect(scene.exclusions.map(\.text) == ["border"])
    }
}
