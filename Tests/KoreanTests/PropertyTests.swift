import Domain
import TestSupport
import Testing

@testable import Korean

@Suite(Reading.condition)
struct PropertyTests {
    private static func sentences(seed: UInt64) throws -> [String] {
        let lexicon = try Lexicon(folder: Reading.lexiconFolder)
        let nouns = lexicon.nouns.keys.sorted()
        let predicates = lexicon.predicates.keys.sorted().filter { $0.hasSuffix("다") }
        let particles = ["가", "를", "에서", "와", "의", "로", "에", "", " 없는", " 말고", "처럼", " 세 마리", "도"]
        let endings = ["는", "고 있다", "지 않는다", "면서", "어 주세요", "고", ", "]
        var random = SplitMix64(seed: seed)
        return (0..<60).map { _ in
            (0..<Int.random(in: 1...8, using: &random)).map { _ -> String in
                if Bool.random(using: &random) {
                    return (nouns.randomElement(using: &random) ?? "")
                        + (particles.randomElement(using: &random) ?? "")
                }
                return (predicates.randomElement(using: &random) ?? "").dropLast()
                    + (endings.randomElement(using: &random) ?? "")
            }.joined(separator: " ")
        }
    }

    private static func hasHangul(_ text: String) -> Bool {
        text.unicodeScalars.contains { Romanization.isJamo($0) || (0xAC00...0xD7A3).contains($0.value) }
    }

    @Test(arguments: 1...6)
    func `no Hangul is left, spans are true, and the same idea reads the same`(seed: Int) async throws {
        for sentence in try Self.sentences(seed: UInt64(seed)) {
            let understanding = try await Reading.of(sentence)
            #expect(!Self.hasHangul(understanding.translation), "\(sentence)")
            #expect(!Self.hasHangul(understanding.sceneEnglish), "\(sentence)")
            #expect(try await Reading.of(sentence) == understanding)
            let bytes = Array(sentence.utf8)
            for phrase in understanding.phrases {
                let source = try #require(phrase.source)
                #expect(Array(source.text.utf8) == Array(bytes[source.start..<source.end]))
            }
        }
    }

    @Test(arguments: 7...9)
    func `no unknown word of an idea is missing in its English`(seed: Int) async throws {
        for sentence in try Self.sentences(seed: UInt64(seed)) {
            let understanding = try await Reading.of(sentence)
            let english = understanding.translation.lowercased()
            for phrase in understanding.phrases where phrase.certainty == .notUnderstood {
                let isKept = phrase.text.split(separator: " ").contains {
                    english.contains($0.lowercased().prefix(3))
                }
                #expect(isKept || phrase.text.isEmpty, "\(phrase.text) of \(sentence)")
            }
        }
    }

    @Test(arguments: [
        ("바닥에 의자가 세 개 있고 상자에 고양이가 앉아 있다", ["floor", "chair", "three", "box", "cat"]),
        ("아이가 그린 집 옆에 개가 자고 새가 나무에서 노래한다", ["child", "house", "dog", "bird", "tree"]),
        ("말과 소가 있는 농장에서 비를 맞으며 일하는 농부와 아들", ["horse", "cow", "farm", "rain", "farmer", "son"]),
    ])
    func `long sentences lose nothing`(idea: String, words: [String]) async throws {
        let english = try await Reading.of(idea).translation
        for word in words { #expect(english.contains(word), "\(english)") }
    }

    @Test(arguments: 1...3)
    func `every content word is covered by a phrase`(seed: Int) async throws {
        let lexicon = try Lexicon(folder: Reading.lexiconFolder)
        for sentence in try Self.sentences(seed: UInt64(seed)) {
            let phrases = try await Reading.of(sentence).phrases
            for word in sentence.split(separator: " ") where lexicon.nouns[String(word)] != nil {
                let start = sentence.utf8.distance(
                    from: sentence.startIndex,
                    to: word.startIndex.samePosition(in: sentence.utf8) ?? sentence.startIndex)
                let isCovered = phrases.contains { phrase in
                    phrase.source.map { $0.start <= start && start < $0.end } ?? false
                }
                #expect(isCovered, "\(word) in \(sentence)")
            }
        }
    }

    @Test(arguments: [
        String(repeating: "가", count: 2000), "'\"“「", "'서울", "😀😀😀", "1 2 3 4 5", "의의의 를를 가", "은 는 이 가",
        "말고", "없는", "세 마리", "고 고 고", "ㄱㄴㄷ", "위에서", "~~~", "강아지가 가 가", "A", "-고 있다",
    ])
    func `odd ideas do no harm`(idea: String) async throws {
        let understanding = try await Reading.of(idea)
        #expect(!Self.hasHangul(understanding.translation))
        #expect(understanding.scene.subjects.allSatisfy { !$0.phrase.text.isEmpty })
    }
}
