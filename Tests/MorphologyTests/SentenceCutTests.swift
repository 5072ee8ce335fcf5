import Testing

@testable import Morphology

@Suite struct SentenceCutTests {
    @Test(arguments: [
        "", "짧은 글.", String(repeating: "가", count: 2000), String(repeating: "강아지가 달린다. ", count: 200),
        String(repeating: "word ", count: 1000),
    ])
    func `the pieces cover the text, are short, and split no character`(text: String) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { buffer in
            let pieces = SentenceCut.pieces(of: buffer)
            #expect(pieces.flatMap(Array.init) == Array(bytes.indices))
            for piece in pieces {
                #expect(piece.count <= SentenceCut.maximumBytes)
                #expect(String(validating: buffer[piece], as: UTF8.self) != nil)
            }
        }
    }
}

@Suite struct SpacePenaltiesTests {
    @Test func `white space is mapped without moving offsets`() {
        let text = "가\u{00A0}나\u{3000}다\u{200B}라\t마"
        let mapped = SpaceMapping.mapped(text)
        #expect(mapped.count == text.utf8.count)
        let words = String(decoding: mapped, as: UTF8.self).split(separator: " ")
        #expect(words == ["가", "나", "다", "라", "마"])
    }
}
