import Domain
import Prompting
import Testing

/// Variations look different and show the same.
@Suite struct VariationTests {
    private func drafts(
        _ understanding: Understanding, _ model: String, seed: UInt64 = 0, isFromImage: Bool = false
    ) throws -> [Draft] {
        try Hints.variations.map { number in
            var hints = Hints()
            hints.seed = seed
            hints.variation = number
            hints.isFromImage = isFromImage
            return PromptComposer().compose(understanding, hints: hints, model: try Catalogue.model(model))
        }
    }

    @Test(arguments: Catalogue.names) func `each differs from the others and is the same again`(
        name: String
    ) throws {
        for understanding in Scenes.all {
            for seed in [0, 7, UInt64.max] {
                let drafts = try drafts(understanding, name, seed: seed)
                #expect(Set(drafts.map(\.text)).count == Hints.variations.count)
                #expect(try drafts == self.drafts(understanding, name, seed: seed))
            }
        }
    }

    @Test(arguments: Catalogue.names) func `all say who does what and what must not be there`(
        name: String
    ) throws {
        for understanding in Scenes.all {
            for draft in try drafts(understanding, name) {
                for subject in understanding.scene.subjects where !understanding.scene.actions.isEmpty {
                    #expect(draft.text.lowercased().contains(subject.name.prefix(4).lowercased()))
                }
                for action in understanding.scene.actions { #expect(draft.text.contains(action.phrase.text)) }
                let said = (draft.text + (draft.negative ?? "")).lowercased()
                for thing in understanding.scene.exclusions {
                    #expect(said.contains(thing.text) || said.contains("deserted"))
                }
            }
        }
    }

    @Test(arguments: Catalogue.names) func `none contradicts what the idea says of its look`(
        name: String
    ) throws {
        var understanding = Scenes.puppy
        understanding.scene.camera = [Phrase("close-up")]
        understanding.scene.style = [Phrase("documentary")]
        for draft in try drafts(understanding, name) {
            #expect(draft.enrichment.allSatisfy { !$0.contains("shot") && !$0.contains("style") })
            #expect(draft.enrichment.allSatisfy { !$0.hasSuffix("light") && !$0.hasSuffix("lighting") })
        }
    }

    @Test(arguments: Catalogue.names) func `a start picture leaves motion and camera`(name: String) throws {
        var hints = Hints()
        hints.isFromImage = true
        let draft = PromptComposer().compose(
            Scenes.threePuppies, hints: hints, model: try Catalogue.model(name))
        #expect(draft.text.lowercased().contains("the three puppies"))
        #expect(draft.text.contains("running and barking"))
        #expect(!draft.text.contains("park"))
        #expect(draft.warnings.first { $0.rule == "shown-by-image" }?.message.contains("in a park") == true)
        #expect(draft.template.name.hasSuffix("/image"))
    }

    @Test func `the style named first wins`() throws {
        var hints = Hints()
        hints.styles = ["수채화", "다큐", "시네마틱"]
        let draft = PromptComposer().compose(
            Scenes.couple, hints: hints, model: try Catalogue.model("wan-2.2"))
        #expect(draft.text.contains("watercolor style, cinematic style"))
        #expect(!draft.text.contains("documentary"))
        #expect(draft.warnings.map(\.rule) == ["style-clash"])
    }

    @Test func `a wave at night gets no daylight`() throws {
        let understanding = Scenes.understanding("A man walking home at night.") {
            $0.subjects = [Scenes.subject("a man", "man", .person)]
            $0.actions = [Action(phrase: Phrase("walking home at night"), subject: 0)]
        }
        for name in Catalogue.names {
            let draft = PromptComposer().compose(
                understanding, hints: Hints(), model: try Catalogue.model(name))
            #expect(!draft.text.contains("light"))
        }
    }
}
