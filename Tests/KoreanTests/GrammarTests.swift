import Domain
import Testing

@Suite(Reading.condition)
struct GrammarTests {
    @Test(arguments: [
        Case("자전거를 타고 있는 남자가 달리고 있다.", ["a man riding a bicycle is running"]),
        Case("나무 아래에서 책을 읽는 소녀", ["a girl reading a book under a tree"]),
        Case("엄마가 아기에게 우유를 먹인다", ["feeds milk to a baby"]),
        Case("할머니가 만든 김치", ["kimchi made by a grandmother"]),
        Case("아이들이 노는 공원", ["a park where children play"]),
        Case("작고 귀여운 고양이", ["a small cute cat"]),
        Case("빨간 모자를 쓴 여자아이", ["a girl wearing a red hat"]),
        Case("남자와 여자가 카페에서 커피를 마시고 있다", ["a man and a woman are drinking coffee in a cafe"]),
        Case("호랑이처럼 달리는 개", ["running like a tiger"]),
        Case("고양이보다 큰 개", ["bigger than a cat"]),
        Case("한 남자가 무대에 서서 노래하고 있다", ["a man is standing on a stage and singing"], not: ["stands"]),
        Case("사과가 테이블 위에 있다", ["an apple is on a table"]),
        Case("가방을 든 여자", ["a woman holding a bag"]),
        Case("살랑살랑 흔들리는 꽃", ["swaying gently"]),
        Case("떨어진 낙엽", ["fallen"]),
        Case("많은 사람들이 모여 있다", ["many people"]),
        Case("두 번째 강아지", ["second puppy"]),
        Case("용이 불을 뿜으며 성 위를 날아간다", ["a dragon", "fire", "over a castle"]),
        Case("잠든 고양이, 부드러운 조명", ["a cat falling asleep, soft lighting"]),
    ])
    func `particles, clauses and aspect become English grammar`(example: Case) async throws {
        try await example.check()
    }

    @Test(arguments: [
        ("드론 샷", "drone shot"), ("클로즈업", "close-up"), ("줌인", "zoom in"), ("슬로 모션", "slow motion"),
        ("슬로우 모션", "slow motion"), ("타임랩스", "time-lapse"), ("로우 앵글", "low angle"),
    ])
    func `camera words go to the camera`(word: String, english: String) async throws {
        let scene = try await Reading.of("달리는 말, \(word)").scene
        #expect(scene.camera.map(\.text) == [english])
        #expect(scene.subjects.map(\.name) == ["horse"])
    }

    @Test(arguments: ["'서울'이라고 적힌 간판", "“서울”이라고 쓴 간판", "\"서울\" 글자가 있는 간판"])
    func `quoted text is shown as it is`(idea: String) async throws {
        let understanding = try await Reading.of(idea)
        #expect(understanding.scene.onScreenText.map(\.text) == ["서울"])
        #expect(understanding.translation.contains("\"서울\""))
        #expect(!understanding.translation.contains("writ"))
    }

    @Test(arguments: [
        Case("K-pop 아이돌이 무대에서 춤춘다", ["k-pop idol", "on a stage"]),
        Case("빨간 Ferrari가 도로를 달린다", ["red ferrari", "road"]),
        Case("춤추는 고양이 🐱", ["🐱", "cat"]),
    ])
    func `English words and emoji are kept`(example: Case) async throws { try await example.check() }

    @Test(arguments: ["춤추는 고양이 영상 만들어 주세요", "춤추는 고양이를 보여줘", "춤추는 고양이 모습", "춤추는 고양이 장면을 그려 줘"])
    func `a request is no content`(idea: String) async throws {
        let scene = try await Reading.of(idea).scene
        #expect(scene.subjects.map(\.name) == ["cat"])
        #expect(scene.actions.map(\.phrase.text) == ["dancing"])
    }

    @Test func `an unknown name is romanised, kept and marked`() async throws {
        let understanding = try await Reading.of("뚝섬에서 춤추는 또롱이")
        let marked = understanding.phrases.filter { $0.certainty == .notUnderstood }
        #expect(!marked.isEmpty)
        for phrase in marked { #expect(understanding.translation.contains(phrase.text)) }
    }
}
