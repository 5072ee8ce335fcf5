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
            wan: "A cute puppy frolicking in bright light, medium shot, lifelike movement, fine "
                + "detail.",
            veo: "Medium shot. A cute puppy frolicking in bright light. Lifelike movement, fine "
                + "detail.",
            ltx: "A cute puppy is frolicking. The view is a medium shot at eye level, and the camera "
                + "remains static. The scene is lit by bright light. The film has lifelike movement "
                + "and fine detail. The sound is natural ambience."),
        Example(
            understanding: Scenes.couple,
            wan: "A couple dancing on a beach at sunset, camera pushes in, lifelike movement, fine "
                + "detail.",
            veo: "Dolly in. A couple dancing on a beach at sunset. Lifelike movement, fine detail.",
            ltx: "A couple is dancing on a beach at sunset. The camera moves forward. The film has "
                + "lifelike movement and fine detail. The sound is natural ambience."),
        Example(
            understanding: Scenes.catNotPuppy,
            wan: "A cat, daylight, soft lighting, medium shot, lifelike movement, fine detail.",
            veo: "Medium shot. A cat. Soft natural light. Lifelike movement, fine detail.",
            ltx: "The scene shows a cat. The view is a medium shot at eye level, and the camera "
                + "remains static. The scene is lit by soft natural light. The film has lifelike "
                + "movement and fine detail. The sound is natural ambience."),
        Example(
            understanding: Scenes.santaVillage,
            wan: "A Santa village in falling snow, wide shot, smooth motion, fine detail.",
            veo: "Wide shot. A Santa village in falling snow. Smooth motion, fine detail.",
            ltx: "The scene shows a Santa village in falling snow. The view is a wide shot at eye "
                + "level, and the camera remains static. The film has smooth motion and fine detail. "
                + "The sound is natural ambience."),
        Example(
            understanding: Scenes.threePuppies,
            wan: "Three puppies running and barking in a park, daylight, soft lighting, medium shot, "
                + "lifelike movement, fine detail.",
            veo: "Medium shot. Three puppies running and barking in a park. Soft natural light. "
                + "Lifelike movement, fine detail.",
            ltx: "Three puppies are running and barking in a park. The view is a medium shot at eye "
                + "level, and the camera remains static. The scene is lit by soft natural light. The "
                + "film has lifelike movement and fine detail. The sound is natural ambience."),
        Example(
            understanding: Scenes.catAndDog,
            wan: "A cat and a dog running, daylight, soft lighting, medium shot, lifelike movement, "
                + "fine detail.",
            veo: "Medium shot. A cat and a dog running. Soft natural light. Lifelike movement, fine "
                + "detail.",
            ltx: "A cat and a dog are running. The view is a medium shot at eye level, and the camera "
                + "remains static. The scene is lit by soft natural light. The film has lifelike "
                + "movement and fine detail. The sound is natural ambience."),
        Example(
            understanding: Scenes.girlAndBoy,
            wan: "A girl singing, and a boy playing the piano, daylight, soft lighting, medium shot, "
                + "lifelike movement, fine detail.",
            veo: "Medium shot. A girl singing, and a boy playing the piano. Soft natural light. "
                + "Lifelike movement, fine detail.",
            ltx: "A girl is singing, and a boy is playing the piano. The view is a medium shot at eye "
                + "level, and the camera remains static. The scene is lit by soft natural light. The "
                + "film has lifelike movement and fine detail. The sound is natural ambience."),
        Example(
            understanding: Scenes.grandmother,
            wan: "A grandmother making kimchi in the yard of a hanok, daylight, soft lighting, medium "
                + "shot, warm mood, lifelike movement, fine detail.",
            veo: "Medium shot. A grandmother making kimchi in the yard of a hanok. Soft natural "
                + "light. Warm mood, lifelike movement, fine detail.",
            ltx: "A grandmother is making kimchi in the yard of a hanok. The view is a medium shot at "
                + "eye level, and the camera remains static. The scene is lit by soft natural light. "
                + "The film has a warm mood, with lifelike movement and fine detail. The sound is "
                + "natural ambience."),
        Example(
            understanding: Scenes.sign,
            wan: "A neon sign that reads “눈사람”, medium close-up, crisp texture, smooth motion.",
            veo: "Medium close-up. A neon sign that reads “눈사람”. Crisp texture, smooth motion. The "
                + "sound is the hum of a city.",
            ltx: "The scene shows a neon sign that reads “눈사람”. The view is a medium close-up at eye "
                + "level, and the camera remains static. The film has crisp texture and smooth motion. "
                + "The sound is the hum of a city."),
        Example(
            understanding: Scenes.nightCity,
            wan: "In a city at night, wide shot, great depth, fine detail.",
            veo: "Wide shot. In a city at night. Great depth, fine detail.",
            ltx: "In a city at night. The view is a wide shot at eye level, and the camera remains "
                + "static. The film has great depth and fine detail. The sound is natural ambience."),
        Example(
            understanding: Scenes.snow,
            wan: "Snow piling up on the roofs, daylight, wide shot, great depth, fine detail.",
            veo: "Wide shot. Snow piling up on the roofs. Natural daylight. Great depth, fine detail.",
            ltx: "Snow is piling up on the roofs. The view is a wide shot at eye level, and the "
                + "camera remains static. The scene is lit by natural daylight. The film has great "
                + "depth and fine detail. The sound is natural ambience."),
        Example(
            understanding: Scenes.abstract,
            wan: "Hope, soft lighting, medium shot, smooth motion, fine detail.",
            veo: "Medium shot. Hope. Soft diffused light. Smooth motion, fine detail.",
            ltx: "Hope. The view is a medium shot at eye level, and the camera remains static. The "
                + "scene is lit by soft diffused light. The film has smooth motion and fine detail. "
                + "The sound is natural ambience."),
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
