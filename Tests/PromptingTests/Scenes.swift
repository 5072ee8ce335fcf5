import Domain

/// Scenes as a reader would make them, built by hand.
enum Scenes {
    static func subject(
        _ phrase: String, _ name: String, _ kind: Subject.Kind, count: Int? = nil, looks: [String] = []
    ) -> Subject {
        Subject(phrase: Phrase(phrase), name: name, kind: kind, count: count, looks: looks.map { Phrase($0) })
    }

    static func understanding(_ translation: String, _ fill: (inout Scene) -> Void) -> Understanding {
        var scene = Scene()
        fill(&scene)
        return Understanding(scene: scene, translation: translation, phrases: [], lexiconVersion: "test")
    }

    static let puppy = understanding("A bright video of a cute puppy frolicking.") {
        $0.subjects = [subject("a cute puppy", "puppy", .animal, looks: ["cute"])]
        $0.actions = [Action(phrase: Phrase("frolicking"), subject: 0)]
        $0.light = [Phrase("bright light")]
    }

    static let couple = understanding("A couple dancing on a beach at sunset.") {
        $0.subjects = [subject("a couple", "couple", .person)]
        $0.actions = [Action(phrase: Phrase("dancing"), subject: 0)]
        $0.place = [Phrase("on a beach")]
        $0.time = [Phrase("at sunset")]
        $0.camera = [Phrase("dolly-in")]
    }

    static let catNotPuppy = understanding("A cat, not a puppy.") {
        $0.subjects = [subject("a cat", "cat", .animal)]
        $0.exclusions = [Phrase("puppy")]
    }

    static let santaVillage = understanding("A Santa village where snow is falling.") {
        $0.subjects = [subject("a Santa village", "Santa village", .building)]
        $0.weather = [Phrase("in falling snow")]
    }

    static let threePuppies = understanding("Three puppies running and barking in a park.") {
        $0.subjects = [subject("three puppies", "puppy", .animal, count: 3)]
        $0.actions = [
            Action(phrase: Phrase("running"), subject: 0), Action(phrase: Phrase("barking"), subject: 0),
        ]
        $0.place = [Phrase("in a park")]
    }

    static let catAndDog = understanding("A cat and a dog running.") {
        $0.subjects = [subject("a cat", "cat", .animal), subject("a dog", "dog", .animal)]
        $0.actions = [
            Action(phrase: Phrase("running"), subject: 0), Action(phrase: Phrase("running"), subject: 1),
        ]
    }

    static let girlAndBoy = understanding("A girl singing and a boy playing the piano.") {
        $0.subjects = [subject("a girl", "girl", .person), subject("a boy", "boy", .person)]
        $0.actions = [
            Action(phrase: Phrase("singing"), subject: 0),
            Action(phrase: Phrase("playing the piano"), subject: 1),
        ]
    }

    static let grandmother = understanding("A grandmother making kimchi.") {
        $0.subjects = [subject("a grandmother", "grandmother", .person), subject("kimchi", "kimchi", .food)]
        $0.actions = [Action(phrase: Phrase("making kimchi"), subject: 0)]
        $0.place = [Phrase("in the yard of a hanok")]
        $0.mood = [Phrase("warm mood")]
    }

    static let sign = understanding("A neon sign that says 눈사람.") {
        $0.subjects = [subject("a neon sign", "neon sign", .object)]
        $0.onScreenText = [Phrase("눈사람")]
        $0.audio = [Phrase("the hum of a city")]
    }

    static let nightCity = understanding("A city at night without people.") {
        $0.place = [Phrase("in a city")]
        $0.time = [Phrase("at night")]
        $0.exclusions = [Phrase("people")]
    }

    static let snow = understanding("Snow piling up.") {
        $0.subjects = [subject("snow", "snow", .nature)]
        $0.actions = [Action(phrase: Phrase("piling up on the roofs"), subject: 0)]
    }

    static let abstract = understanding("Hope.") { _ in }

    static let all = [
        puppy, couple, catNotPuppy, santaVillage, threePuppies, catAndDog, girlAndBoy, grandmother, sign,
        nightCity, snow, abstract,
    ]
}
