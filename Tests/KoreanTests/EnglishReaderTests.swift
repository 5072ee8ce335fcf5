import Domain
import Testing

@testable import Korean

@Suite struct EnglishReaderTests {
    let reader: EnglishReader

    init() throws { reader = EnglishReader(lexicon: try Lexicon(folder: Reading.lexiconFolder)) }

    @Test func `subject and action are told apart`() {
        let understanding = reader.read("A cat playing piano")
        #expect(understanding.translation == "A cat playing piano")
        #expect(understanding.scene.subjects.map(\.phrase.text) == ["A cat"])
        #expect(understanding.scene.subjects.first?.kind == .animal)
        #expect(understanding.scene.actions.map(\.phrase.text) == ["playing piano"])
    }

    @Test func `camera, style and exclusions find their slots`() {
        let scene = reader.read("a dog running on the beach, slow motion, cinematic, no people").scene
        #expect(scene.camera.map(\.text) == ["slow motion"])
        #expect(scene.style.map(\.text) == ["cinematic"])
        #expect(scene.exclusions.map(\.text) == ["people"])
        #expect(scene.subjects.map(\.name) == ["dog"])
    }

    @Test(arguments: [
        "A cat playing piano", "Two kids, 16:9. No text!", "  neon, rain ; a robot walks ",
        "just a plain sentence.",
    ])
    func `every word of the idea is in a phrase, at its place`(idea: String) {
        let understanding = reader.read(idea)
        let bytes = Array(idea.utf8)
        var covered = Set<Int>()
        for phrase in understanding.phrases {
            guard let source = phrase.source else { continue }
            #expect(Array(source.text.utf8) == Array(bytes[source.start..<source.end]))
            covered.formUnion(source.start..<source.end)
        }
        for (index, byte) in bytes.enumerated() where byte >= 0x61 && byte <= 0x7A {
            #expect(covered.contains(index))
        }
    }

    @Test(arguments: ["", "!!!", "123", " , ; "])
    func `text without a word gives an empty scene`(idea: String) {
        #expect(reader.read(idea).scene == Scene())
    }
}
