import Diffing
import Domain
import TestSupport
import Testing

@Suite struct ThreeWayMergeTests {
    private func merge(_ base: String, _ ours: String, _ theirs: String) -> ThreeWayMerge {
        ThreeWayMerge.merge(base: base, ours: ours, theirs: theirs)
    }

    @Test(arguments: [
        ("a red car in rain", "a blue car in rain", "a red car in heavy rain", "a blue car in heavy rain"),
        ("강아지가 뛴다", "고양이가 뛴다", "강아지를 뛴다", "고양이를 뛴다"),
        ("a cat", "a cat", "a dog", "a dog"),
        ("a cat, bright", "a cat, golden hour", "a cat, golden hour", "a cat, golden hour"),
        ("a cat.", "a cat, slow pan.", "two cats.", "two cats, slow pan."),
    ])
    func `takes both edits where they are apart`(base: String, ours: String, theirs: String, merged: String) {
        #expect(merge(base, ours, theirs).text == merged)
        #expect(merge(base, theirs, ours).text == merged)
    }

    @Test func `shows a conflict in whole words, with its places`() throws {
        let merge = merge("two dogs run in rain", "two dogs runs in rain", "two dogs running in snow")
        let conflict = try #require(merge.conflicts.first)
        #expect(merge.conflicts.count == 1)
        #expect([conflict.base, conflict.ours, conflict.theirs] == ["run", "runs", "running"])
        #expect(conflict.baseSpan.start.utf8 == 9)
        #expect(conflict.theirsSpan.length.graphemes == 7)
        #expect(merge.text == nil)
    }

    @Test(arguments: [
        (ThreeWayMerge.Choice.base, "a red car, 4K"), (.ours, "a blue car, 4K"), (.theirs, "a green car, 4K"),
        (.both, "a blue green car, 4K"), (.text("white"), "a white car, 4K"),
    ])
    func `is resolved by a choice`(choice: ThreeWayMerge.Choice, text: String) throws {
        #expect(try merge("a red car", "a blue car, 4K", "a green car").resolved([choice]) == text)
    }

    @Test func `refuses too few or too many choices`() {
        let merge = merge("a red car", "a blue car", "a green car")
        for choices in [[], [ThreeWayMerge.Choice.ours, .ours]] {
            #expect(throws: MergeError(conflicts: 1, choices: choices.count)) { try merge.resolved(choices) }
        }
    }

    @Test(arguments: [
        ("a red car", "a car", "a very red car"), ("a red car", "a red fast car", "a red slow car"),
    ])
    func `does not guess where an insertion belongs`(base: String, ours: String, theirs: String) {
        #expect(merge(base, ours, theirs).conflicts.count == 1)
    }

    @Test func `obeys the laws for any three texts`() throws {
        var texts = RandomTexts(seed: 21)
        for _ in 0..<RandomTexts.rounds {
            let base = texts.text()
            let (ours, theirs) = (texts.edited(base), texts.edited(base))
            try expectSame(merge(base, ours, base).text, ours)
            try expectSame(merge(base, base, ours).text, ours)
            try expectSame(merge(base, ours, ours).text, ours)
            let merged = merge(base, ours, theirs)
            expectSymmetry(merged, merge(base, theirs, ours))
            let sides = [(ThreeWayMerge.Choice.ours, ours), (.theirs, theirs), (.base, base)]
            for conflict in merged.conflicts {
                for ((_, text), (span, part)) in zip(
                    sides,
                    [
                        (conflict.oursSpan, conflict.ours), (conflict.theirsSpan, conflict.theirs),
                        (conflict.baseSpan, conflict.base),
                    ])
                {
                    let bytes = Array(text.utf8)
                    let range = span.start.utf8..<span.start.utf8 + span.length.utf8
                    #expect(bytes[range].elementsEqual(part.utf8))
                }
            }
        }
    }

    @Test func `commutes where edits are disjoint`() throws {
        var generator = SplitMix64(seed: 22)
        for _ in 0..<500 {
            let words = (0..<12).map { "word\($0)" }
            var (ours, theirs, both) = (words, words, words)
            for index in words.indices {
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: (ours[index], both[index]) = ("ours\(index)", "ours\(index)")
                case 1: (theirs[index], both[index]) = ("그들\(index)", "그들\(index)")
                default: break
                }
            }
            let texts = [words, ours, theirs, both].map { $0.joined(separator: " ") }
            try expectSame(merge(texts[0], texts[1], texts[2]).text, texts[3])
            try expectSame(merge(texts[0], texts[2], texts[1]).text, texts[3])
        }
    }

    private func expectSame(_ text: String?, _ expected: String) throws {
        #expect(Array(try #require(text).utf8) == Array(expected.utf8))
    }

    private func expectSymmetry(_ merge: ThreeWayMerge, _ other: ThreeWayMerge) {
        let mirrored = other.conflicts.map {
            ThreeWayMerge.Conflict(
                base: $0.base, ours: $0.theirs, theirs: $0.ours, baseSpan: $0.baseSpan,
                oursSpan: $0.theirsSpan, theirsSpan: $0.oursSpan)
        }
        #expect(merge.conflicts == mirrored)
        let choices = Array(repeating: ThreeWayMerge.Choice.base, count: mirrored.count)
        #expect((try? merge.resolved(choices)) == (try? other.resolved(choices)))
    }
}
