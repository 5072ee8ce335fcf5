import Domain
import Testing

@testable import Korean

@Suite(Reading.condition)
struct NumberTests {
    @Test(arguments: [
        ("강아지 세 마리", "three puppies", 3), ("세 마리의 강아지", "three puppies", 3), ("세 남자", "three men", 3),
        ("두 사람", "two people", 2), ("네 명의 아이들", "four children", 4), ("풍선 열두 개", "twelve balloons", 12),
        ("고양이 5마리", "five cats", 5), ("나무 한 그루", "a tree", 1), ("두 마리의 갈색 개", "two brown dogs", 2),
        ("커피 두 잔", "two cups of coffee", 2), ("커피 한 잔", "a cup of coffee", 1), ("장미 백 송이", "100 roses", 100),
    ])
    func `counts go with their noun`(idea: String, english: String, count: Int) async throws {
        let subject = try #require(try await Reading.of(idea).scene.subjects.first)
        #expect(subject.phrase.text == english)
        #expect(subject.count == count)
    }

    @Test(arguments: [
        ("한", 1), ("열두", 12), ("스물세", 23), ("백오십", 150), ("삼만", 30_000), ("이천이십육", 2026), ("7", 7),
    ])
    func `numbers are read in digits and words`(word: String, value: Int) {
        #expect(KoreanNumber.value(word) == value)
    }

    @Test(arguments: [(1, "first"), (3, "third"), (11, "11th"), (22, "22nd"), (103, "103rd")])
    func `ordinals are spelled as English does`(value: Int, english: String) {
        #expect(KoreanNumber.ordinal(value) == english)
    }

    @Test(arguments: [Case("10초 바다 영상", ["sea"], not: ["candles", "candle"]), Case("고양이, 16:9", ["16:9"])])
    func `figures stay whole`(example: Case) async throws { try await example.check() }

    @Test(arguments: [
        Case("남자 셋과 여자 둘", ["three men and two women"]), Case("셋이 함께 웃는다", ["three people smile together"]),
        Case("100년 된 나무", ["a 100-year-old tree"]), Case("시속 200킬로로 달리는 기차", ["at 200 kilometers per hour"]),
        Case("섭씨 40도의 사막", ["40 degrees celsius"]), Case("5분마다 울리는 종", ["every five minutes"]),
        Case("1월 1일 아침", ["the morning of january 1"]), Case("종이 세 장", ["three sheets of paper"]),
        Case("양말 한 켤레", ["a pair of socks"]), Case("꽃 한 다발", ["a bunch of flowers"]),
        Case("만 원짜리 지폐", ["a 10,000-won banknote"]), Case("최소 다섯 마리의 고양이", ["at least five cats"]),
        Case("스케이트보드를 타는 십대", ["a teenager skateboarding"]),
        Case("3층짜리 목조 주택", ["a three-story wooden house"]),
        Case("10살에서 12살 사이의 아이들", ["10-to-12-year-old children"]),
        Case("열 살쯤 되어 보이는 소년", ["a boy looking about ten years old"]),
        Case("7살 남자아이와 9살 여자아이", ["a seven-year-old boy and a nine-year-old girl"]),
        Case("세상에서 두 번째로 큰 나무", ["the second biggest tree in the world"]),
        Case("3분의 1이 물에 잠긴 집", ["one third"], not: ["two"]), Case("두 달 뒤", ["two months later"]),
        Case("사람이 적은 해변", ["a beach with few people"]), Case("둘이서 춤추는 커플", ["dancing as a pair"]),
    ])
    func `ages, rates, measures and shares`(example: Case) async throws { try await example.check() }
}
