import LocalVideo
import Testing

@Suite struct StoryboardTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let cast: [Figure]
        let place: Place
        let light: Light

        var testDescription: String { text }

        init(_ text: String, _ cast: [Figure], _ place: Place, _ light: Light) {
            (self.text, self.cast, self.place, self.light) = (text, cast, place, light)
        }
    }

    @Test(arguments: [
        Example("A cute puppy romping in a bright sunny meadow", [.dog], .field, .day),
        Example("Santa Claus in a snowy village at night", [.santa], .village, .night),
        Example("A woman walks through a neon city street", [.woman], .city, .neon),
        Example("Two goldfish swimming in the deep sea", [.fish], .underwater, .day),
        Example("An astronaut riding a white horse", [.astronaut], .space, .day),
        Example("A sailing boat at sunset", [.boat], .sea, .sunset),
        Example("Children running on the beach at dawn", [.child], .beach, .dawn),
        Example("", [], .field, .day),
        Example("강아지", [], .field, .day),
    ])
    func `words become a stage and its cast`(example: Example) {
        let board = Storyboard(reading: example.text).opening
        #expect(board.cast.map(\.subject) == example.cast)
        #expect(board.place == example.place)
        #expect(board.light == example.light)
    }

    @Test(arguments: [
        ("A cat, not a dog", [Figure.cat]), ("a cat that is not a puppy", [.cat]),
        ("A street without cars or people, a dog walks", [.dog]), ("no dogs but two cats", [.cat]),
        ("a horse instead of a dog", [.horse]), ("not only a dog but a cat", [.dog, .cat]),
        ("a room with no people", []), ("There isn't a dog in the room", []),
    ])
    func `what is negated is not on the stage`(text: String, cast: [Figure]) {
        #expect(Storyboard(reading: text).opening.cast.map(\.subject) == cast)
    }

    @Test func `the negative prompt keeps subjects and weather away`() {
        let board = Storyboard(reading: "A dog and a cat in the snow", negative: "blurry, dogs, snow").opening
        #expect(board.cast.map(\.subject) == [.cat])
        #expect(board.weather.isEmpty)
    }

    @Test(arguments: [
        ("three black cats", Figure.cat, 3, Tint?.some(.black)), ("a red sports car", .car, 1, .red),
        ("seven white birds", .bird, 7, .white), ("a brown horse", .horse, 1, .brown),
        ("a flock of white birds", .bird, 6, .white), ("two dogs and a cat", .dog, 2, nil),
        ("sheep", .sheep, 1, nil), ("flowers", .flower, 3, nil),
    ])
    func `count and colour belong to the next subject`(text: String, subject: Figure, count: Int, tint: Tint?)
        throws
    {
        let role = try #require(Storyboard(reading: text).opening.cast.first)
        #expect(role.subject == subject)
        #expect(role.tint == tint)
        #expect(role.count == count)
    }

    @Test(arguments: [
        ("a dog runs", Motion.run), ("a dog is running", .run), ("a dog ran", .run), ("a cat sitting", .sit),
        ("a couple dances", .dance), ("a boy is swimming", .swim), ("a boy jumped", .jump),
        ("a girl", .stand),
        ("a bird flies", .fly), ("a man strolls", .walk),
    ])
    func `verbs are read in all their forms`(text: String, motion: Motion) {
        #expect(Storyboard(reading: text).opening.cast.first?.motion == motion)
    }

    @Test(arguments: [
        ("A phoenix flying over a pagoda", ["phoenix", "pagoda"]),
        ("A teapot on a shelf", ["teapot", "shelf"]),
        ("A cute puppy in a park, cinematic style, a wide shot", []), ("A cat with a tiny red hat", ["hat"]),
        ("a dog, not a dragon", []), ("interior of catholic", ["interior", "catholic"]), ("강아지", ["강아지"]),
        ("a spider begins its work", ["spider"]), ("", []),
    ])
    func `what cannot be drawn is named`(text: String, title: [String]) {
        #expect(Storyboard(reading: text).opening.title == title)
    }

    @Test(arguments: [
        ("slow pan left over the sea", Camera.panLeft), ("zoom in on a cat", .zoomIn),
        ("orbit shot around a tower", .orbit), ("tilt up", .tiltUp),
        ("a slow push in", .dollyIn),
        ("the camera pulls back", .dollyOut),
        ("a static shot", .fixed), ("tracking shot of a car", .track), ("a cat", .drift),
    ])
    func `camera words are moves`(text: String, camera: Camera) {
        #expect(Storyboard(reading: text).opening.camera == camera)
    }

    @Test(arguments: [
        ("heavy snow falling", Weather.snow), ("in the rain", .rain), ("misty morning", .fog),
        ("cherry blossom petals", .petals), ("fireworks", .fireworks), ("a starry sky", .stars),
    ])
    func `weather is in the air`(text: String, weather: Weather) {
        #expect(Storyboard(reading: text).opening.weather.contains(weather))
    }

    struct Telling: Sendable, CustomTestStringConvertible {
        let text: String
        let motions: [Motion]
        let places: [Place]

        var testDescription: String { text }

        init(_ text: String, _ motions: [Motion], _ places: [Place]) {
            (self.text, self.motions, self.places) = (text, motions, places)
        }
    }

    @Test(arguments: [
        Telling("A dog runs on a beach, then sleeps in a room", [.run, .sleep], [.beach, .room]),
        Telling(
            "A cat walking, jumping and sleeping in a garden", [.walk, .jump, .sleep],
            [.field, .field, .field]),
        Telling(
            "A girl walks through a forest. She dances in the rain.", [.walk, .dance], [.forest, .forest]),
        Telling("A dog runs. The camera slowly follows. Soft light at sunset.", [.run], [.field]),
        Telling("A running dog and a sleeping cat", [.run], [.field]),
        Telling("A horse gallops across a desert, then the sea at night", [.run, .run], [.desert, .beach]),
    ])
    func `what happens in order becomes shots in order`(telling: Telling) {
        let shots = Storyboard(reading: telling.text).shots
        #expect(shots.map { $0.cast.first?.motion } == telling.motions)
        #expect(shots.map(\.place) == telling.places)
    }

    @Test func `each does what its own verb says`() throws {
        let cast = Storyboard(reading: "A running dog and a sleeping cat").opening.cast
        #expect(cast.map(\.motion) == [.run, .sleep])
    }

    @Test func `a note on the light holds for what was told before`() {
        #expect(Storyboard(reading: "A dog runs. Soft light at sunset.").opening.light == .sunset)
    }

    @Test func `who rides sits on what is ridden, in its colour`() throws {
        let role = try #require(Storyboard(reading: "An astronaut riding a white horse").opening.cast.first)
        #expect(role.mount == .horse)
        #expect(role.mountTint == .white)
        #expect(role.tint == nil)
    }

    @Test func `what is held has a colour of its own`() throws {
        let role = try #require(
            Storyboard(reading: "A woman holding a red umbrella walks in the rain").opening.cast.first)
        #expect(role.prop == .umbrella)
        #expect(role.propTint == .red)
        #expect(role.tint == nil)
        #expect(role.motion == .walk)
    }

    @Test(arguments: [
        ("a grandmother making kimchi", LocalVideo.Trait.elder, ["kimchi"]),
        ("a chef cooking pasta", .chef, ["pasta"]),
        ("a king on a throne", .royal, ["throne"]),
    ])
    func `people are told apart, and what they make is named`(
        text: String, trait: LocalVideo.Trait, title: [String]
    ) {
        let shot = Storyboard(reading: text).opening
        #expect(shot.cast.first?.trait == trait)
        #expect(shot.title == title)
    }

    @Test(arguments: [
        ("a cat, film noir style", Style.noir), ("a cat in a cinematic style", .cinematic),
        ("pixel art of a cat", .pixel), ("a watercolor cat", .watercolor), ("an anime cat", .anime),
    ])
    func `styles are read`(text: String, style: Style) {
        #expect(Storyboard(reading: text).style == style)
    }

    @Test func `text to be read is shown as it is written`() {
        let board = Storyboard(reading: "A cake with the text “생일 축하해!” on a table")
        #expect(board.opening.title == ["생일 축하해!"])
        #expect(board.opening.cast.map(\.subject) == [.cake])
        #expect(Storyboard(reading: "a 5\" cake").opening.cast.map(\.subject) == [.cake])
    }

    @Test(arguments: [("ten birds", 10), ("twelve cats", 12), ("a dozen fish", 12), ("9 dogs", 9)])
    func `large numbers are counted out`(text: String, count: Int) {
        #expect(Storyboard(reading: text).opening.cast.first?.count == count)
    }

    @Test(arguments: [
        ("a dog runs, fade to a cat sleeping", Transition.fade), ("a dog runs, cut to a cat sleeping", .cut),
        ("a dog runs, then sleeps", .dissolve),
    ])
    func `transitions are read`(text: String, transition: Transition) {
        #expect(Storyboard(reading: text).shots.last?.transition == transition)
    }

    @Test(arguments: [Int(0), 1, 40, 400])
    func `any number of sentences makes at least one shot and at most six`(count: Int) {
        let text = String(repeating: "A dog runs. A cat sleeps. ", count: count)
        #expect((1...6).contains(Storyboard(reading: text).shots.count))
    }
}
