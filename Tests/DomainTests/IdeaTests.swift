import Domain
import TestSupport
import Testing

@Suite struct IdeaTests {
    private func error(_ text: String) throws -> InputError {
        try #require(#expect(throws: InputError.self) { try Idea(text: text) })
    }

    @Test(arguments: ["", " ", " \t\r\n ", "\u{3000}\u{A0}"] as [VisibleText])
    func `an idea without a word is empty`(sample: VisibleText) throws {
        #expect(try error(sample.text).code == .empty)
        #expect(try error(sample.text).field == "idea")
    }

    @Test(arguments: ["가", "a", "👩‍👩‍👧", "e\u{301}"])
    func `the longest idea is counted in characters`(character: String) throws {
        let longest = String(repeating: character, count: Idea.maximumCharacters)
        let fits = longest.utf8.count <= Idea.maximumBytes
        if fits {
            #expect(try Idea(text: longest).text == longest)
        } else {
            #expect(try error(longest).code == .tooLong)
        }
        #expect(try error(longest + character).code == .tooLong)
    }

    @Test func `an idea is bounded in bytes, whatever its characters are made of`() throws {
        let marks = String(repeating: "\u{301}", count: (Idea.maximumBytes - 1) / 2)
        #expect(try Idea(text: "e" + marks).text.count == 1)
        #expect(try error("e\u{301}" + marks).code == .tooLong)
    }

    @Test(arguments: [0x00, 0x01, 0x07, 0x0B, 0x1B, 0x1F, 0x7F, 0x85, 0x9F])
    func `control characters are refused wherever they stand`(value: UInt32) throws {
        let control = String(try #require(Unicode.Scalar(value)))
        for text in ["강아지\(control)", "\(control)강아지", "강\(control)아지"] {
            let error = try error(text)
            #expect(error.code == .forbiddenCharacter)
            #expect(error.expected.contains("U+\(String(value, radix: 16))"))
        }
    }

    @Test(arguments: ["강아지\t고양이", "강아지\n고양이", "강아지\r\n고양이", "'; DROP TABLE idea; --", "👩‍👩‍👧"] as [VisibleText])
    func `other text stays as it is`(sample: VisibleText) throws {
        #expect(Array(try Idea(text: sample.text).text.utf8) == Array(sample.text.utf8))
    }

    @Test(arguments: [
        ("귀여운 강아지", Language.korean), ("cute 강아지", .korean), ("ㅋㅋ", .korean),
        ("\u{1112}\u{1161}\u{11AB}", .korean), ("日本 한국", .korean), ("a cute puppy", .english),
        ("Ünïcode", .english), ("puppy 日本", .english), ("日本の犬", .other), ("щенок", .other),
        ("123 !", .english), ("👩‍👩‍👧", .english),
    ])
    func `the script tells the language`(text: String, language: Language) throws {
        #expect(Language(of: text) == language)
        #expect(try Idea(text: text).language == language)
        #expect(try Idea(text: text, language: .other).language == .other)
    }
}
