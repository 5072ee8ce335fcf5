import Domain
import Prompting
import Testing

@Suite struct PromptComposerTests {
    private func draft(
        _ understanding: Understanding, _ model: String = "wan-2.2", enriches: Bool = true,
        _ wish: (inout Hints) -> Void = { _ in }
    ) throws -> Draft {
        var hints = Hints()
        hints.enriches = enriches
        wish(&hints)
        return PromptComposer().compose(understanding, hints: hints, model: try Catalogue.model(model))
    }

    @Test(arguments: Catalogue.names) func `gives the same for the same, and never breaks a sentence`(
        name: String
    ) throws {
        for (seed, understanding) in Scenes.all.enumerated() {
            let draft = try draft(understanding, name) { $0.seed = UInt64(seed) }
            #expect(try draft == self.draft(understanding, name) { $0.seed = UInt64(seed) })
            #expect(draft.text.first?.isLowercase == false)
            #expect(draft.text.hasSuffix("."))
            for flaw in ["  ", " ,", ",,", "..", ", .", ",."] {
                #expect(!draft.text.contains(flaw), "\(draft.text)")
            }
        }
    }

    @Test func `names everything that made it`() throws {
        let draft = try draft(Scenes.puppy)
        #expect(draft.category == .animal)
        #expect(draft.writer == PromptComposer.version)
        #expect(draft.template == Version(name: "wan-2.2/animal", version: "2.2"))
        #expect(draft.lexicon == Version(name: "lexicon", version: "test"))
        #expect(draft.translation == Scenes.puppy.translation)
        #expect(draft.scene == Scenes.puppy.scene)
    }

    @Test func `marks what it added, and adds nothing when told so`() throws {
        let rich = try draft(Scenes.puppy)
        #expect(rich.enrichment == ["medium shot", "lifelike movement", "fine detail"])
        for added in rich.enrichment { #expect(rich.text.contains(added)) }
        let plain = try draft(Scenes.puppy, enriches: false)
        #expect(plain.enrichment.isEmpty)
        #expect(plain.negative == nil)
        #expect(plain.text == "A cute puppy frolicking in bright light.")
    }

    @Test func `lets the seed decide among equals`() throws {
        let texts = try Set((0..<20).map { seed in try draft(Scenes.puppy) { $0.seed = seed }.text })
        #expect(texts.count == 3)
    }

    @Test(arguments: [
        ("cinematic", "cinematic style"), ("시네마틱", "cinematic style"), ("영화 같은", "cinematic style"),
        ("music-video", "music video style"), ("수채화", "watercolor style"), ("wet plate", "wet plate"),
        ("vaporwave", "vaporwave style"),
    ])
    func `writes a style as the model reads it`(word: String, expected: String) throws {
        #expect(try draft(Scenes.puppy) { $0.styles = [word] }.text.contains(", \(expected), "))
    }

    @Test func `says a wish once that the idea holds already`() throws {
        var understanding = Scenes.puppy
        understanding.scene.style = [Phrase("cinematic")]
        let text = try draft(understanding) { $0.styles = ["영화", "general"] }.text
        #expect(text.split(separator: "cinematic").count == 2)
        #expect(!text.contains("general"))
    }

    @Test func `speaks of no lenses and lamps in a drawing`() throws {
        let draft = try draft(Scenes.catNotPuppy) { $0.styles = ["애니메이션"] }
        #expect(draft.text == "A cat, anime style, clean lines, smooth motion.")
    }

    @Test func `writes the mood of the hints`() throws {
        #expect(try draft(Scenes.puppy) { $0.mood = "몽환적인" }.text.contains("dreamy mood"))
    }

    @Test(arguments: Catalogue.names) func `never loses what must not be there, and never asks for it`(
        name: String
    ) throws {
        let draft = try draft(Scenes.catNotPuppy, name)
        switch try Catalogue.model(name).negative.policy {
        case .field:
            #expect(!draft.text.contains("puppy"))
            #expect(draft.negative?.hasPrefix("puppy") == true)
        case .inline:
            let isOmni = name == "gemini-omni-1.1"
            #expect(draft.text.hasSuffix(isOmni ? " Do not show puppy." : " No puppy."))
            #expect(draft.negative == nil)
        case .positive:
            #expect(draft.text.hasSuffix(" The picture is free of any puppy."))
            #expect(draft.warnings.map(\.rule).contains("negation-in-text"))
        }
    }

    @Test func `says what is there instead, where that can be said`() throws {
        let draft = try draft(Scenes.nightCity, "runway-gen4.5")
        #expect(draft.text.hasSuffix(" The place is deserted."))
        #expect(draft.warnings.isEmpty)
    }

    @Test func `keeps the makers' list within the field, and the idea's words before it`() throws {
        var understanding = Scenes.catNotPuppy
        understanding.scene.exclusions = [Phrase(String(repeating: "x", count: 480)), Phrase("puppy")]
        let negative = try #require(try draft(understanding).negative)
        #expect(negative.unicodeScalars.count <= 500)
        #expect(negative.contains("puppy"))
        #expect(try draft(Scenes.puppy).negative?.contains("blurry") == true)
    }

    @Test func `keeps shown text to the byte`() throws {
        var understanding = Scenes.sign
        understanding.scene.onScreenText = [Phrase("눈  사람 사람 the the")]
        for name in Catalogue.names {
            #expect(try draft(understanding, name).text.contains("“눈  사람 사람 the the”"))
        }
    }

    @Test func `drops what matters least until it fits, and says what`() throws {
        var understanding = Scenes.catNotPuppy
        understanding.scene.actions = [Action(phrase: Phrase("sleeping"), subject: 0)]
        understanding.scene.place = [Phrase("on a roof")]
        understanding.scene.mood = [Phrase(Array(repeating: "dreamy", count: 195).joined(separator: " "))]
        understanding.scene.light = [Phrase("pale light")]
        let draft = try draft(understanding, "ltx-2")
        #expect(draft.text == "A cat is sleeping on a roof in pale light.")
        #expect(draft.warnings.first { $0.rule == "shortened" }?.message.contains("dreamy") == true)
        #expect(draft.negative?.contains("puppy") == true)
        #expect(draft.enrichment.isEmpty)
    }

    @Test(arguments: Catalogue.names) func `never drops who does what`(name: String) throws {
        var understanding = Scenes.catNotPuppy
        let long = Array(repeating: "running", count: 13_000).joined(separator: " ")
        understanding.scene.actions = [Action(phrase: Phrase(long), subject: 0)]
        understanding.scene.place = [Phrase("on a roof")]
        let draft = try draft(understanding, name)
        #expect(draft.text.contains(long))
        #expect(!draft.text.contains("roof"))
        #expect((draft.text + (draft.negative ?? "")).contains("puppy"))
        #expect(draft.warnings.map(\.rule).contains("over-limit"))
    }

    @Test(arguments: [
        ("close-up", "a close-up"), ("overhead shot", "an overhead shot"), ("from above", "from above"),
        ("slow motion", "a medium shot at eye level, in slow motion"), ("a drone shot", "a drone shot"),
    ])
    func `speaks of the camera in whole sentences where the model wants prose`(
        camera: String, expected: String
    ) throws {
        var understanding = Scenes.puppy
        understanding.scene.camera = [Phrase(camera)]
        #expect(try draft(understanding, "ltx-2").text.contains(" The view is \(expected)"))
    }

    @Test func `names once what an action holds already`() throws {
        let understanding = Scenes.understanding("A girl throwing a red ball.") {
            $0.subjects = [
                Scenes.subject("a girl", "girl", .person), Scenes.subject("a red ball", "ball", .object),
            ]
            $0.actions = [Action(phrase: Phrase("throwing the red ball"), subject: 0)]
        }
        #expect(try draft(understanding, enriches: false).text == "A girl throwing the red ball.")
    }

    @Test func `says once what the main clause says already`() throws {
        let understanding = Scenes.understanding("A woman walking in the rain past a sign that reads “서울”.") {
            $0.subjects = [Scenes.subject("a woman", "woman", .person)]
            $0.actions = [
                Action(phrase: Phrase("walking in the rain past a sign that reads “서울”"), subject: 0)
            ]
            $0.place = [Phrase("in the rain forest")]
            $0.weather = [Phrase("in the rain")]
            $0.onScreenText = [Phrase("서울")]
        }
        let text = try draft(understanding, enriches: false).text
        #expect(text == "A woman walking in the rain past a sign that reads “서울” in the rain forest.")
    }

    @Test func `takes length, shape and seed from the hints`() throws {
        let asked = try draft(Scenes.puppy) {
            $0.aspect = .tall
            $0.durationSeconds = 5
            $0.seed = 7
        }
        #expect(asked.parameters == PromptParameters(aspect: .tall, durationSeconds: 5, seed: 7))
        #expect(try draft(Scenes.puppy).parameters == PromptParameters())
    }
}
