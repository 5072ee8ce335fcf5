import Domain
import Prompting
import Testing

/// What gives way when a model reads less than there is to say.
@Suite struct ShorteningTests {
    /// A mark for each slot, in the order in which the slots give way.
    private static let marks = [
        "dreamy", "teal palette", "centered composition", "pale light", "noir", "dolly-in", "thunder",
        "in heavy rain", "at midnight", "on a roof",
    ]

    private func draft(words: Int) throws -> Draft {
        let understanding = Scenes.understanding("A cat.") {
            $0.subjects = [Scenes.subject("a cat", "cat", .animal)]
            let filler = Array(repeating: "running", count: words).joined(separator: " ")
            $0.actions = [Action(phrase: Phrase(filler), subject: 0)]
            $0.mood = [Phrase("dreamy")]
            $0.light = [Phrase("pale light")]
            $0.style = [Phrase("noir"), Phrase("teal palette")]
            $0.camera = [Phrase("dolly-in"), Phrase("centered composition")]
            $0.audio = [Phrase("thunder")]
            $0.weather = [Phrase("in heavy rain")]
            $0.time = [Phrase("at midnight")]
            $0.place = [Phrase("on a roof")]
            $0.onScreenText = [Phrase("서울")]
            $0.exclusions = [Phrase("puppy")]
        }
        var hints = Hints()
        hints.enriches = false
        return PromptComposer().compose(understanding, hints: hints, model: try Catalogue.model("ltx-2"))
    }

    private func kept(_ draft: Draft) -> [Bool] {
        Self.marks.map { mark in
            draft.text.lowercased().contains(mark == "dolly-in" ? "moves forward" : mark)
        }
    }

    @Test func `slots give way in the stated order, whatever the length`() throws {
        var lengths: Set<Int> = []
        for words in 1...200 {
            let draft = try draft(words: words)
            let kept = kept(draft)
            let dropped = kept.prefix { !$0 }.count
            #expect(kept.dropFirst(dropped).allSatisfy { $0 }, "\(draft.text)")
            lengths.insert(dropped)
            #expect(draft.warnings.contains { $0.rule == "shortened" } == (dropped > 0))
            for mark in Self.marks.prefix(dropped) where mark != "dolly-in" {
                #expect(draft.warnings.contains { $0.rule == "shortened" && $0.message.contains(mark) })
            }
        }
        #expect(lengths.count == Self.marks.count + 1)
    }

    @Test(arguments: [1, 100, 190, 400])
    func `subject, action, text and negation always stay`(words: Int) throws {
        let draft = try draft(words: words)
        #expect(draft.text.split(separator: " ").count { $0.lowercased().contains("running") } == words)
        #expect(draft.text.lowercased().contains("cat"))
        #expect(draft.text.contains("“서울”"))
        #expect(draft.negative == "puppy")
    }
}
