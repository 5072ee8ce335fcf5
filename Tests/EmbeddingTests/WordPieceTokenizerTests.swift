import Testing

@testable import Embedding

@Suite struct WordPieceTokenizerTests {
    @Test(
        arguments: [
            ("a dog runs", [2, 7, 4, 5, 6, 3]), ("Dogs", [2, 4, 6, 3]), ("dogrun", [2, 1, 3]),
            ("DÓG, á", [2, 4, 1, 7, 3]), ("", [2, 3]), ("r\u{AD}u\u{200B}n", [2, 5, 3]),
            ("犬a", [2, 1, 7, 3]),
        ] as [(String, [Int32])])
    func `words are cut into the longest pieces`(text: String, tokens: [Int32]) throws {
        let model = try TinyModel()
        let vocabulary = try Vocabulary(MappedFile(path: model.file("vocab.txt")), size: 8)
        #expect(try WordPieceTokenizer(vocabulary, maximumTokens: 10).tokens(of: text) == tokens)
    }

    @Test(arguments: 2...8)
    func `a long text is cut before its end mark`(limit: Int) throws {
        let model = try TinyModel()
        let vocabulary = try Vocabulary(MappedFile(path: model.file("vocab.txt")), size: 8)
        let tokens = try WordPieceTokenizer(vocabulary, maximumTokens: limit).tokens(
            of: "dogs dogs dogs dogs")
        #expect(tokens.count == limit)
        #expect(tokens.first == 2)
        #expect(tokens.last == 3)
    }

    @Test func `every line of a vocabulary is found under its number`() throws {
        let model = try TinyModel()
        let pieces = (0..<500).map { "p\($0)" }
        try model.write("vocab.txt", pieces.joined(separator: "\r\n"))
        let vocabulary = try Vocabulary(MappedFile(path: model.file("vocab.txt")), size: 500)
        for (number, piece) in pieces.enumerated() {
            #expect(vocabulary.number(of: piece.utf8) == Int32(number))
        }
        #expect(vocabulary.number(of: "p500".utf8) == nil)
    }
}
