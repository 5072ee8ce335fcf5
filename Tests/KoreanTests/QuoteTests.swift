import Domain
import Testing

/// Quoted words stay as they are written, as text to be read or said.
@Suite(Reading.condition)
struct QuoteTests {
    @Test(arguments: [
        ("간판에 \"생일 축하해\"라고 적힌 가게", "생일 축하해"), ("간판에 \"생일 축하해\"", "생일 축하해"),
        ("\"사랑해\" 글자가 있는 풍선", "사랑해"), ("칠판에 '오늘은 휴강'이라고 쓰는 교수", "오늘은 휴강"),
        ("화면에 “끝”이라는 자막이 나타난다", "끝"), ("포스터에 「미래」라는 제목", "미래"),
        ("책 표지에 \"어린 왕자\"가 적혀 있다", "어린 왕자"), ("제목: \"봄날의 기억\"", "봄날의 기억"),
        ("엽서에 쓰인 \"보고 싶어\"", "보고 싶어"), ("텍스트 \"HELLO WORLD\"", "HELLO WORLD"),
        ("'2025 SALE' 배너가 걸린 백화점", "2025 SALE"), ("하단에 \"구독과  좋아요\" 텍스트", "구독과  좋아요"),
        ("고양이가 자는 방, 벽에 『쉿!』", "쉿!"),
    ])
    func `quoted text reaches scene and English to the letter`(idea: String, text: String) async throws {
        let understanding = try await Reading.of(idea)
        #expect(understanding.scene.onScreenText.map(\.text) == [text])
        #expect(understanding.translation.contains("\"\(text)\""), "\(understanding.translation)")
    }

    @Test(arguments: [
        Case("간판에 \"생일 축하해\"라고 적힌 가게", ["a store with a sign that reads"]),
        Case("간판에 \"생일 축하해\"", ["a sign that reads"]),
        Case("\"사랑해\"라고 말하는 남자", ["a man saying"]),
        Case("아이가 \"엄마!\"라고 부르며 뛰어온다", ["a child", "\"엄마!\"", "comes running"]),
        Case("간판에는 \"서울\", 문에는 \"영업중\"", ["a sign that reads \"서울\", a door that reads \"영업중\""]),
        Case("티셔츠에 “서울”이라고 쓰인 소년", ["a boy with a t-shirt that reads"]),
    ])
    func `it says where the text stands, or who says it`(example: Case) async throws {
        try await example.check()
    }

    @Test(arguments: [
        "\"사랑해\"라고 말하는 남자", "아이가 \"엄마!\"라고 부르며 뛰어온다", "“가자!”라고 외치는 군인",
    ])
    func `what is said aloud is no text in the picture`(idea: String) async throws {
        #expect(try await Reading.of(idea).scene.onScreenText.isEmpty)
    }

    @Test(arguments: [
        Case("\"고양이가 춤추는 영상\"", ["a cat dancing"]), Case("\"고양이가 춤추는 영상\" 만들어줘", ["a cat dancing"]),
        Case("'슬픈' 눈을 가진 강아지", ["sad eyes"]), Case("주제는 '희망'", ["hope"]),
        Case("{\"장면\": \"비 오는 거리\"}", ["street"]),
    ])
    func `marks around the idea or a word with stress quote nothing`(example: Case) async throws {
        try await example.check()
        let understanding = try await Reading.of(example.idea)
        #expect(understanding.scene.onScreenText.isEmpty)
        #expect(!understanding.translation.unicodeScalars.contains { $0.value >= 0xAC00 })
    }
}
