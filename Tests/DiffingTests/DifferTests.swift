import Diffing
import Domain
import TestSupport
import Testing

@Suite struct DifferTests {
    private func marked(_ old: String, _ new: String) throws -> String {
        DiffRendering.plain.text(of: try Differ().diff(old, new).segments(of: old))
    }

    @Test(arguments: [
        ("강아지가 뛴다", "강아지를 뛴다", "강아지[-가-]{+를+} 뛴다"),
        ("on the park bench", "on the metallic park bench", "on the {+metallic +}park bench"),
        ("A dog.", "A dog running.", "A dog{+ running+}."),
        ("a dog, bright light", "a dog, golden hour", "a dog, [-bright light-]{+golden hour+}"),
        ("10초 영상", "15초 영상", "[-10초-]{+15초+} 영상"),
        ("two dogs run", "two dog runs", "two dog[-s-] run{+s+}"),
        ("in bright light", "in light, 4K", "in [-bright -]light{+, 4K+}"),
        ("a red car", "a blue car", "a [-red-]{+blue+} car"),
        ("a cat sits", "a big cat and dog sit", "a {+big +}cat [-sits-]{+and dog sit+}"),
        ("a blue bird", "a black bird", "a [-blue-]{+black+} bird"),
        ("e\u{301}", "\u{E9}", "[-e\u{301}-]{+\u{E9}+}"),
        ("👩‍👩‍👧 walks", "👩‍👩‍👦 walks", "[-👩‍👩‍👧-]{+👩‍👩‍👦+} walks"),
        ("same", "same", "same"),
    ])
    func `marks what a reader would`(old: String, new: String, expected: String) throws {
        #expect(Array(try marked(old, new).utf8) == Array(expected.utf8))
    }

    @Test func `obeys the laws for any two texts`() throws {
        var texts = RandomTexts(seed: 2)
        for _ in 0..<RandomTexts.rounds {
            let old = texts.text()
            let new = Bool.random(using: &texts.generator) ? texts.edited(old) : texts.text()
            try checkLaws(old, new)
        }
    }

    @Test func `obeys the laws however little effort it may take`() throws {
        var texts = RandomTexts(seed: 3)
        for _ in 0..<500 {
            let old = texts.text(upTo: 60)
            try checkLaws(
                old, texts.text(upTo: 60), Differ(effort: .random(in: 0...200, using: &texts.generator)))
        }
    }

    @Test func `puts positions on graphemes, in order, apart, and counts them in three units`() throws {
        var texts = RandomTexts(seed: 4)
        for _ in 0..<1000 {
            let old = texts.text()
            let new = texts.edited(old)
            let diff = Differ().diff(old, new)
            var end = -1
            for operation in diff.operations {
                try expectExact(operation.old, operation.oldText, in: old)
                try expectExact(operation.new, operation.newText, in: new)
                #expect(operation.old.start.utf8 > end)
                end = operation.old.start.utf8 + operation.old.length.utf8
            }
        }
    }

    @Test func `says so when the texts are too far apart to search on`() throws {
        var texts = RandomTexts(seed: 5)
        let (old, new) = (texts.text(upTo: 4000), texts.text(upTo: 4000))
        let diff = Differ(effort: 1000).diff(old, new)
        #expect(diff.isCoarse)
        #expect(!Differ().diff("a b c", "a x c").isCoarse)
        #expect(Array(try diff.apply(to: old).utf8) == Array(new.utf8))
    }

    @Test(.timeLimit(.minutes(5))) func `comes back on two hostile megabytes`() throws {
        var generator = SplitMix64(seed: 6)
        func megabyte(_ alphabet: [String]) -> String {
            (0..<500_000).map { _ in (alphabet.randomElement(using: &generator) ?? "") + " " }.joined()
        }
        let old = megabyte(["a", "b"])
        let new = megabyte(["b", "c", "a"])
        let diff = Differ().diff(old, new)
        #expect(diff.isCoarse)
        #expect(try diff.apply(to: old).utf8.elementsEqual(new.utf8))
    }

    private func checkLaws(_ old: String, _ new: String, _ differ: Differ = Differ()) throws {
        let diff = differ.diff(old, new)
        let back = diff.inverted()
        #expect(Array(try diff.apply(to: old).utf8) == Array(new.utf8))
        #expect(Array(try back.apply(to: new).utf8) == Array(old.utf8))
        #expect(back.inverted() == diff)
        #expect(diff.operations.isEmpty == old.utf8.elementsEqual(new.utf8))
        #expect(differ.diff(old, old).operations.isEmpty)
        #expect(differ.diff(old, new) == diff)
    }

    private func expectExact(_ span: Diff.Span, _ part: String, in text: String) throws {
        let start = text.utf8.index(text.startIndex, offsetBy: span.start.utf8)
        let end = text.utf8.index(start, offsetBy: span.length.utf8)
        #expect(text[start..<end].utf8.elementsEqual(part.utf8))
        #expect(text[..<start].utf16.count == span.start.utf16)
        #expect(text[..<start].count == span.start.graphemes)
        #expect(text[start..<end].utf16.count == span.length.utf16)
        #expect(text[start..<end].count == span.length.graphemes)
        #expect(text.indices.contains(start) || start == text.endIndex)
    }
}
