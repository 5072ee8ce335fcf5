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
        ("A dragon flying over a castle", ["dragon", "castle"]),
        ("A coffee cup on a table", ["cup", "table"]),
        ("A cute puppy in a park, cinematic style, a wide shot", []), ("A cat with a tiny red hat", ["hat"]),
        ("a dog, not a dragon", []), ("interior of catholic", ["interior", "catholic"]), ("강아지", ["강아지"]),
        ("a spider begins its work", ["spider"]), ("", []),
    ])
    func `what cannot be drawn is named`(text: String, title: [String]) {
        #expect(Storyboard(reading: text).opening.title == title)
    }

    @Test(arguments: [
        ("slow pan left over the sea", Camera.panLeft), ("zoom in on a cat", .dollyIn),
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
}
