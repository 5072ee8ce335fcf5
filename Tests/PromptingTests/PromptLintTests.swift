import Domain
import Prompting
import Testing

@Suite struct PromptLintTests {
    private func rules(
        _ text: String = "A cat.", _ model: String = "wan-2.2", seconds: Int? = nil,
        aspect: AspectRatio = .wide,
        _ fill: (inout Scene) -> Void = { _ in }
    ) throws -> [String] {
        var scene = Scene()
        fill(&scene)
        var hints = Hints()
        hints.durationSeconds = seconds
        hints.aspect = aspect
        let prompt = LintedPrompt(text: text, hints: hints, scene: scene)
        let findings = PromptLint(model: try Catalogue.model(model)).findings(in: prompt)
        #expect(
            findings.allSatisfy {
                !$0.english.message.isEmpty && $0.english.fix?.isEmpty == false && !$0.korean.message.isEmpty
                    && $0.korean.fix?.isEmpty == false
            })
        return findings.map(\.rule.rawValue)
    }

    @Test(arguments: [
        ("A cat.", "wan-2.2", []),
        ("A 고양이.", "wan-2.2", ["hangul-left"]),
        ("A sign that says “고양이”.", "wan-2.2", []),
        ("A sign that says \"고양이\".", "wan-2.2", []),
        ("A sign that says “고양이.", "wan-2.2", ["hangul-left"]),
        ("A 고양이.", "seedance-2.5", []),
        ("A cat for 10 seconds.", "veo-3.1", ["parameter-in-text"]),
        ("A cat in 16:9, please.", "veo-3.1", ["parameter-in-text"]),
        ("A cat in 1080p.", "veo-3.1", ["parameter-in-text"]),
        ("A sign that says “in 10 seconds”.", "veo-3.1", []),
        ("A cat waits a few seconds.", "veo-3.1", []),
        ("A cat, not a puppy.", "wan-2.2", ["negation-in-text"]),
        ("A street without cars.", "wan-2.2", ["negation-in-text"]),
        ("A street without cars.", "seedance-2.5", []),
        ("A northern knot.", "wan-2.2", []),
        ("A Disney castle.", "wan-2.2", ["brand-name"]),
        ("A disneyesque castle.", "wan-2.2", []),
    ])
    func `looks at the words`(text: String, model: String, expected: [String]) throws {
        #expect(try rules(text, model) == expected)
    }

    @Test(arguments: [
        (["dolly-in"], false), (["dolly in", "dolly out"], true), (["static shot", "pan left"], true),
        (["pan left", "pan right"], true), (["pan left", "tilt up"], false),
        (["close-up", "static shot"], false),
        (["slow zoom-in and pull back"], true),
    ])
    func `knows camera moves that contradict each other`(moves: [String], contradict: Bool) throws {
        let found = try rules("A cat, " + moves.joined(separator: ", ") + ".")
        #expect(found == (contradict ? ["two-camera-moves"] : []))
    }

    @Test func `counts what fits into the time`() throws {
        let beats = { (count: Int) in
            { (scene: inout Scene) in
                scene.actions = (0..<count).map { Action(phrase: Phrase("doing \($0)"), subject: nil) }
            }
        }
        #expect(try rules(seconds: 5, beats(2)) == [])
        #expect(try rules(seconds: 5, beats(3)) == ["too-many-beats"])
        let speech = { (words: Int) in
            "A man saying “" + Array(repeating: "la", count: words).joined(separator: " ") + "”."
        }
        #expect(try rules(speech(25), "kling-2.6", seconds: 10) == [])
        #expect(try rules(speech(26), "kling-2.6", seconds: 10) == ["long-dialogue"])
    }

    @Test func `asks for a sign of a feeling`() throws {
        let sad = Scenes.subject("a sad man", "man", .person, looks: ["sad"])
        #expect(try rules("A sad man.") { $0.subjects = [sad] } == ["emotion-without-sign"])
        #expect(
            try rules("A sad man crying.") {
                $0.subjects = [sad]
                $0.actions = [Action(phrase: Phrase("crying"), subject: 0)]
            } == [])
    }

    @Test func `says what the model cannot give`() throws {
        #expect(try rules(seconds: 7) == ["duration-not-offered"])
        #expect(try rules(aspect: .portrait) == ["aspect-not-offered"])
        #expect(try rules { $0.audio = [Phrase("rain on a roof")] } == ["sound-not-made"])
        #expect(try rules(Array(repeating: "cat", count: 210).joined(separator: " ")) == ["over-limit"])
    }

    @Test func `names words that were only spelt out`() throws {
        let unknown = Phrase(
            "mureungdowon", source: SourceSpan(start: 0, end: 12, text: "무릉도원"), certainty: .notUnderstood)
        let found = try rules {
            $0.subjects = [Subject(phrase: unknown, name: unknown.text, kind: .abstract)]
        }
        #expect(found == ["not-understood"])
    }

    @Test func `gives every rule to the drafts of the composer`() throws {
        var understanding = Scenes.couple
        understanding.scene.camera = [Phrase("dolly in"), Phrase("dolly out")]
        let draft = PromptComposer().compose(
            understanding, hints: Hints(), model: try Catalogue.model("wan-2.2"))
        #expect(draft.warnings.map(\.rule) == ["two-camera-moves"])
    }
}
