import Domain
import Foundation
import Studio
import Testing

/// What carries nothing is no part of a key.
@Suite struct NormalisedIdeaTests {
    private static let same: [[String]] = [
        [
            "귀여운 강아지가 뛰노는 영상", " 귀여운  강아지가\n뛰노는 영상 ", "귀여운 강아지가 뛰노는 영상.",
            "귀여운 강아지가 뛰노는 영상!!", "귀여운 강아지가 뛰노는 영상 만들어 주세요", "귀여운 강아지가 뛰노는 영상 만들어줘~",
            "귀여운 강아지가 뛰노는 영상 부탁드립니다.",
        ],
        [
            "A cat playing piano", "A cat playing piano.", "please A cat playing piano",
            "A cat  playing piano, please!",
        ],
    ]

    @Test(arguments: same)
    func `wordings that differ in nothing have one key`(wordings: [String]) throws {
        let texts = try wordings.map { try Idea(typed: $0).normalised.text }
        #expect(Set(texts).count == 1, "\(texts)")
    }

    @Test func `NFC and NFD have one key`() throws {
        let text = "귀여운 강아지"
        #expect(
            try Idea(typed: text.decomposedStringWithCanonicalMapping).normalised.text.utf8
                .elementsEqual(Idea(typed: text).normalised.text.utf8))
    }

    @Test(arguments: [
        ("1.5배 빠른 차", "15배 빠른 차"), ("A.I. 로봇", "AI 로봇"), ("cat, dog", "cat dog"), ("주세요", "만들어"),
    ])
    func `what may say something stays`(first: String, second: String) throws {
        #expect(try Idea(typed: first).normalised.text != Idea(typed: second).normalised.text)
    }

    @Test(arguments: same.flatMap(\.self) + ["주세요", "...", "please", "만들어 주세요", "!?", "please please"])
    func `doing it twice is doing it once`(text: String) throws {
        let once = try Idea(typed: text).normalised
        #expect(once.normalised == once)
    }
}
