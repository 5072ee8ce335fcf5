import Domain
import Prompting
import Testing

/// What twelve scenes become for a model of phrases, one of sentences and one of paragraphs.
@Suite struct GoldenTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let understanding: Understanding
        let wan: String
        let veo: String
        let ltx: String
        var testDescription: String { understanding.translation }
    }

    static let examples = [
        Example(
            understanding: Scenes.puppy,
            wan: "A cute puppy frolicking in bright light, medium shot, highly detailed, smooth motion.",
            veo: "Medium shot. A cute puppy frolicking in bright light. Highly detailed, smooth motion.",
            ltx:
                "A cute puppy is frolicking. The scene is seen in a medium shot. The scene is lit by bright light. "
                + "Highly detailed, smooth motion."),
        Example(
            understanding: Scenes.couple,
            wan: "A couple dancing on a beach at sunset, camera pushes in, highly detailed, smooth motion.",
            veo: "Dolly-in. A couple dancing on a beach at sunset. Highly detailed, smooth motion.",
            ltx:
                "A couple is dancing on a beach at sunset. The camera moves forward. Highly detailed, smooth motion."
        ),
        Example(
            understanding: Scenes.catNotPuppy,
            wan: "A cat, soft natural light, medium shot, highly detailed, smooth motion.",
            veo: "Medium shot. A cat. Soft natural light. Highly detailed, smooth motion.",
            ltx: "A cat. The scene is seen in a medium shot. The scene is lit by soft natural light. "
                + "Highly detailed, smooth motion."),
        Example(
            understanding: Scenes.santaVillage,
            wan: "A Santa village in falling snow, wide shot, highly detailed, smooth motion.",
            veo: "Wide shot. A Santa village in falling snow. Highly detailed, smooth motion.",
            ltx:
                "A Santa village in falling snow. The scene is seen in a wide shot. Highly detailed, smooth motion."
        ),
        Example(
            understanding: Scenes.threePuppies,
            wan:
                "Three puppies running and barking in a park, soft natural light, medium shot, highly detailed, "
                + "smooth motion.",
            veo:
                "Medium shot. Three puppies running and barking in a park. Soft natural light. Highly detailed, "
                + "smooth motion.",
            ltx: "Three puppies are running and barking in a park. The scene is seen in a medium shot. "
                + "The scene is lit by soft natural light. Highly detailed, smooth motion."),
        Example(
            understanding: Scenes.catAndDog,
            wan: "A cat and a dog running, soft natural light, medium shot, highly detailed, smooth motion.",
            veo: "Medium shot. A cat and a dog running. Soft natural light. Highly detailed, smooth motion.",
            ltx: "A cat and a dog are running. The scene is seen in a medium shot. "
                + "The scene is lit by soft natural light. Highly detailed, smooth motion."),
        Example(
            understanding: Scenes.girlAndBoy,
            wan:
                "A girl singing, and a boy playing the piano, soft natural light, medium shot, highly detailed, "
                + "smooth motion.",
            veo:
                "Medium shot. A girl singing, and a boy playing the piano. Soft natural light. Highly detailed, "
                + "smooth motion.",
            ltx: "A girl is singing, and a boy is playing the piano. The scene is seen in a medium shot. "
                + "The scene is lit by soft natural light. Highly detailed, smooth motion."),
        Example(
            understanding: Scenes.grandmother,
            wan:
                "A grandmother making kimchi in the yard of a hanok, soft natural light, medium shot, warm mood, "
                + "highly detailed, smooth motion.",
            veo: "Medium shot. A grandmother making kimchi in the yard of a hanok. Soft natural light. "
                + "Warm mood, highly detailed, smooth motion.",
            ltx: "A grandmother is making kimchi in the yard of a hanok. The scene is seen in a medium shot. "
                + "The scene is lit by soft natural light. Warm mood, highly detailed, smooth motion."),
        Example(
            understanding: Scenes.sign,
            wan:
                "A neon sign, soft studio light, medium close-up, with the text “눈사람” on screen, highly detailed, "
                + "smooth motion.",
            veo: "Medium close-up. A neon sign. Soft studio light. The sound is the hum of a city. "
                + "The text “눈사람” appears on screen. Highly detailed, smooth motion.",
            ltx:
                "A neon sign. The scene is seen in a medium close-up. The scene is lit by soft studio light. "
                + "The sound is the hum of a city. The text “눈사람” appears on screen. Highly detailed, smooth motion."
        ),
        Example(
            understanding: Scenes.nightCity,
            wan: "In a city at night, wide shot, highly detailed, smooth motion.",
            veo: "Wide shot. In a city at night. Highly detailed, smooth motion.",
            ltx: "In a city at night. The scene is seen in a wide shot. Highly detailed, smooth motion."),
        Example(
            understanding: Scenes.snow,
            wan: "Snow piling up on the roofs, natural daylight, wide shot, highly detailed, smooth motion.",
            veo: "Wide shot. Snow piling up on the roofs. Natural daylight. Highly detailed, smooth motion.",
            ltx: "Snow is piling up on the roofs. The scene is seen in a wide shot. "
                + "The scene is lit by natural daylight. Highly detailed, smooth motion."),
        Example(
            understanding: Scenes.abstract,
            wan: "Hope, soft diffused light, medium shot, highly detailed, smooth motion.",
            veo: "Medium shot. Hope. Soft diffused light. Highly detailed, smooth motion.",
            ltx: "Hope. The scene is seen in a medium shot. The scene is lit by soft diffused light. "
                + "Highly detailed, smooth motion."),
    ]

    @Test(arguments: examples) func `reads as written here`(example: Example) throws {
        for (model, expected) in [("wan-2.2", example.wan), ("veo-3.1", example.veo), ("ltx-2", example.ltx)]
        {
            let model = try Catalogue.model(model)
            let draft = PromptComposer().compose(example.understanding, hints: Hints(), model: model)
            #expect(draft.text == expected)
        }
    }
}
