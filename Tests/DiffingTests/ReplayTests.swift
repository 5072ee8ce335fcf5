import Diffing
import Domain
import TestSupport
import Testing

@Suite struct ReplayTests {
    private func replay(_ old: String, _ new: String, on target: String) throws -> Replay {
        try Replay(of: Differ().diff(old, new), madeFor: old, on: target)
    }

    @Test(arguments: [
        ("a bright dog", "a golden dog", "the bright cat runs", "the golden cat runs"),
        ("a dog runs", "a big dog runs", "in a park a dog runs fast", "in a park a big dog runs fast"),
        ("a dog.", "a dog, slow pan.", "two cats and a dog.", "two cats and a dog, slow pan."),
        ("two dogs", "two dog", "five dogs bark", "five dog bark"),
        ("강아지가 뛴다", "고양이가 뛴다", "귀여운 강아지가 잔다", "귀여운 고양이가 잔다"),
    ])
    func `finds its place by what stands there`(old: String, new: String, target: String, expected: String)
        throws
    {
        let replay = try replay(old, new, on: target)
        #expect(replay.text == expected)
        #expect(replay.isComplete)
    }

    @Test(arguments: [
        ("a bright dog", "a golden dog", "a dark cat", Replay.Refusal.textNotFound),
        ("a dog runs", "a big dog runs", "two cats sleep", .contextNotFound),
        ("a red car", "a blue car", "red or red", .ambiguous),
        ("a dog runs", "a big dog runs", "a big dog runs", .alreadyThere),
    ])
    func `says why it does not fit, and changes nothing`(
        old: String, new: String, target: String, reason: Replay.Refusal
    ) throws {
        let replay = try replay(old, new, on: target)
        #expect(replay.outcomes == [.refused(reason)])
        #expect(replay.text == target)
    }

    @Test func `applies what fits and refuses the rest`() throws {
        let replay = try replay(
            "a red car, bright light, rain", "a blue car, golden hour, rain", on: "a green car, bright light")
        #expect(replay.text == "a green car, golden hour")
        #expect(!replay.isComplete)
    }

    @Test func `is the edit itself on the text it was made for`() throws {
        var texts = RandomTexts(seed: 23)
        for _ in 0..<1000 {
            let old = texts.text()
            let new = texts.edited(old)
            let replay = try replay(old, new, on: old)
            #expect(Array(replay.text.utf8) == Array(new.utf8))
            #expect(replay.isComplete)
        }
    }

    @Test func `reports places that hold what it replaces`() throws {
        var texts = RandomTexts(seed: 24)
        for _ in 0..<1000 {
            let old = texts.text()
            let target = texts.edited(old)
            let diff = Differ().diff(old, texts.edited(old))
            let replay = try Replay(of: diff, madeFor: old, on: target)
            for (operation, outcome) in zip(diff.operations, replay.outcomes) {
                guard case .applied(let span) = outcome else { continue }
                let bytes = Array(target.utf8)[span.start.utf8..<span.start.utf8 + span.length.utf8]
                #expect(bytes.elementsEqual(operation.oldText.utf8))
            }
        }
    }

    @Test func `refuses a diff of another text`() {
        #expect(throws: DiffError.self) {
            try Replay(of: Differ().diff("a", "b"), madeFor: "aa", on: "a")
        }
    }
}
