import Domain
import Similarity
import TestSupport
import Testing

@Suite struct RecommendationIndexTests {
    private let history = History()
    private let index = RecommendationIndex()
    private static let running = Scene(
        subject: "puppy", phrase: "a puppy", said: "강아지가", action: "running")

    @Test(arguments: [nil, running])
    func `a puppy that runs finds the puppy that plays`(scene: Scene?) throws {
        let puppy = history.puppy
        try index.insert(history.entry("도시의 야경", terms: ["도시", "야경"], text: "a city at night"))
        try index.insert(puppy)
        let query = history.query("강아지가 달리는 영상", terms: ["강아지", "달리다"], scene: scene)
        let best = try #require(try index.recommend(for: query).items.first)
        #expect(best.prompt == puppy.prompt)
        #expect(best.reasons.first == .init(kind: .sharedSubject, words: ["강아지"]))
        #expect(best.score > 0.4)
    }

    @Test func `a city at night finds no puppy`() throws {
        try index.insert(history.puppy)
        let city = Scene(subject: "night view", phrase: "a night view", said: "야경", place: "in a city")
        for scene in [nil, city] {
            let query = history.query("도시의 야경", terms: ["도시", "야경"], scene: scene)
            let answer = try index.recommend(for: query)
            #expect(answer.items.isEmpty)
            guard case .nothingAlike(let best, let threshold)? = answer.why else {
                Issue.record("The answer says \(String(describing: answer.why))")
                continue
            }
            #expect(best < threshold)
        }
    }

    @Test func `the same idea scores near one`() throws {
        let puppy = history.puppy
        try index.insert(puppy)
        for scene in [nil, puppy.scene] {
            let query = history.query(puppy.idea, terms: puppy.terms, scene: scene)
            #expect(try index.recommend(for: query).items.map { $0.score > 0.95 } == [true])
        }
    }

    @Test func `an English idea finds the English prompt of a Korean one`() throws {
        try index.insert(history.puppy)
        let scene = Scene(subject: "puppy", phrase: "a puppy", action: "playing")
        let query = history.query("A puppy playing", terms: ["puppy", "play"], scene: scene)
        let best = try #require(try index.recommend(for: query).items.first)
        #expect(best.reasons.map(\.kind).prefix(2) == [.sharedSubject, .sharedAction])
        #expect(best.reasons.first?.words == ["puppy"])
    }

    @Test func `what one side excludes is not offered to it`() throws {
        try index.insert(history.puppy)
        let cat = Scene(subject: "cat", phrase: "a cat", said: "고양이", action: "playing", without: "puppy")
        let query = history.query("강아지가 아닌 귀여운 고양이가 뛰노는 영상", terms: ["귀엽다", "강아지", "뛰놀다"], scene: cat)
        #expect(try index.recommend(for: query).items.isEmpty)
    }

    @Test func `near-duplicates collapse into the best of them`() throws {
        for _ in 0..<3 { try index.insert(history.puppy) }
        var cat = history.puppy
        cat.prompt = history.entry("", terms: []).prompt
        cat.scene = Scene(subject: "cat", phrase: "a cute cat")
        try index.insert(cat)
        let query = history.query(cat.idea, terms: cat.terms)
        #expect(try index.recommend(for: query, limit: 5).items.count == 2)
    }

    @Test func `excluded prompts are not offered`() throws {
        let puppy = history.puppy
        try index.insert(puppy)
        let query = history.query(puppy.idea, terms: puppy.terms)
        let answer = try index.recommend(for: query, excluding: [puppy.prompt])
        #expect(answer == RecommendationAnswer(abstaining: .noHistory))
    }

    @Test func `a change is visible at once`() throws {
        var puppy = history.puppy
        let query = history.query("강아지", terms: ["강아지"])
        #expect(try index.recommend(for: query).why == .noHistory)
        try index.insert(puppy)
        puppy.revision = 2
        puppy.text = "A cute puppy at sunset"
        try index.insert(puppy)
        #expect(try index.recommend(for: query).items.map(\.text) == ["A cute puppy at sunset"])
        #expect(index.count(in: .standard) == 1)
        index.remove(puppy.prompt, from: .standard)
        #expect(try index.recommend(for: query).why == .noHistory)
    }

    @Test(arguments: ["", "...", "a video of the", "영상"])
    func `an idea without words says so`(idea: String) throws {
        try index.insert(history.puppy)
        #expect(try index.recommend(for: history.query(idea, terms: [])).why == .nothingToCompare)
    }
}
