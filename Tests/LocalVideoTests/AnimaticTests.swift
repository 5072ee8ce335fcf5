import Canvas
import Domain
import LocalVideo
import Testing

@Suite(.timeLimit(.minutes(5)))
struct AnimaticTests {
    @Test(arguments: Figure.allCases)
    func `every subject shows on an empty stage`(subject: Figure) throws {
        let empty = try frame("a static shot", 0)
        let full = try frame("a static shot of a \(subject == .person ? "man" : subject.rawValue)", 0)
        let changed = zip(empty, full).count { abs(Int($0) - Int($1)) > 12 }
        #expect(changed > empty.count / 1000)
    }

    @Test(arguments: Place.allCases)
    func `every place has a look of its own`(place: Place) throws {
        let other = place == .sea ? Place.room : .sea
        #expect(try frame("the \(place)", 0) != frame("the \(other)", 0))
    }

    @Test(arguments: Weather.allCases.filter { $0 != .fog })
    func `every weather moves`(weather: Weather) throws {
        let animatic = Animatic(try request("a static shot with \(weather)"), isSubstitute: false)
        let first = animatic.samples(4)
        #expect(first != animatic.samples(9))
    }

    @Test(arguments: Motion.allCases, ["dog", "man", "bird", "robot"])
    func `every motion can be drawn at any time`(motion: Motion, subject: String) throws {
        let animatic = Animatic(try request("a \(subject) \(motion)s"), isSubstitute: false)
        for index in stride(from: 0, to: 24, by: 5) { _ = animatic.samples(index) }
        #expect(animatic.storyboard.opening.cast.count == 1)
    }

    @Test func `equal requests give equal frames in any order`() throws {
        let (one, other) = (try animatic(seed: 5), try animatic(seed: 5))
        let forward = [0, 11, 23].map { one.samples($0) }
        let backward = [23, 11, 0].map { other.samples($0) }
        #expect(forward == backward.reversed())
    }

    @Test func `another seed gives another picture`() throws {
        let one = try animatic(seed: 4).samples(0)
        let other = try animatic(seed: 6).samples(0)
        #expect(one != other)
    }

    @Test func `a negated dog leaves no trace`() throws {
        var plain = try request("a cat in a room")
        var negated = try request("a cat in a room, not a dog")
        plain.overlay.showsCaptions = false
        negated.overlay.showsCaptions = false
        let frames = [plain, negated].map { request in
            Animatic(request, isSubstitute: false).samples(3)
        }
        #expect(frames[0] == frames[1])
    }

    @Test func `a substitute says so, also when no mark is wanted`() throws {
        var request = try request("a cat")
        request.overlay.showsMark = false
        let plain = Animatic(request, isSubstitute: false).samples(0)
        let marked = Animatic(request, isSubstitute: true).samples(0)
        let changed = zip(plain, marked).count { $0 != $1 }
        #expect(changed > 100)
    }

    @Test(arguments: [
        "🐶🐱🎄", String(repeating: "가", count: 5000), "كلب صغير يركض", "a\u{0}\n\nb", "",
        String(repeating: "a ", count: 2500),
    ])
    func `captions stay inside the safe area`(idea: String) throws {
        var plain = try request("the sky", idea: idea, width: 320, height: 180)
        plain.overlay.showsProgress = false
        plain.overlay.showsMark = false
        var bare = plain
        bare.overlay.showsCaptions = false
        let with = Animatic(plain, isSubstitute: false).samples(0)
        let without = Animatic(bare, isSubstitute: false).samples(0)
        for y in 0..<180 {
            // The shade behind the letters only darkens, and may go to the edge.
            for x in 0..<320 where with[y * 320 + x] > without[y * 320 + x] {
                try #require((16..<304).contains(x) && (8..<172).contains(y), "at \(x), \(y)")
            }
        }
    }

    @Test(arguments: [(64, 64), (64, 1920), (1920, 64), (66, 98), (1080, 1920)])
    func `every format can be drawn`(width: Int, height: Int) throws {
        let text = "Three red birds flying over the sea at sunset, snow, fireworks, fog"
        let animatic = Animatic(try request(text, width: width, height: height), isSubstitute: true)
        #expect(animatic.samples(0).count == width * height * 3 / 2)
        #expect(animatic.samples(23).count == width * height * 3 / 2)
    }

    @Test(arguments: Style.allCases)
    func `every style changes the picture`(style: Style) throws {
        let plain = try frame("a red car in a street", 3)
        let word = style == .pixel ? "pixel art" : style.rawValue
        #expect(try frame("a red car in a street, \(word) style", 3) != plain)
    }

    @Test func `noir has no colour`() throws {
        var request = try request("a red car in a green field, film noir")
        (request.overlay.showsProgress, request.overlay.showsCaptions) = (false, false)
        request.overlay.showsMark = false
        let frame = Animatic(request, isSubstitute: false).samples(3)
        #expect(frame[(192 * 108)...].allSatisfy { (127...129).contains($0) })
    }

    @Test(arguments: [
        "A dog runs on a beach, then sleeps in a room at night", "Three birds fly over the sea, zoom in",
        "An orbit shot around a castle at sunset", "A cat walks, jumps and sleeps, fade to the sea",
        "A train crosses mountains in the snow, tilt up", "A girl dances in a kitchen, dolly in",
    ])
    func `nothing jumps from one frame to the next`(text: String) throws {
        var request = try request(text, seconds: 6)
        request.overlay = Overlay()
        let animatic = Animatic(request, isSubstitute: false)
        let easel = Easel(for: animatic)
        var (last, changes) = ([UInt8](), [Double]())
        for index in 0..<request.format.frameCount {
            let now = animatic.frame(index, on: easel).withI420 { Array($0[..<(192 * 108)]) }
            if index > 0 { changes.append(Self.difference(last, now)) }
            last = now
        }
        #expect(changes.max() ?? 0 < 14)
    }

    @Test func `a cut is one jump, and only one`() throws {
        let animatic = Animatic(
            try request("A dog runs on a beach, cut to a cat sleeping in a room", seconds: 4),
            isSubstitute: false)
        let frames = (0..<96).map { animatic.samples($0) }
        let changes = zip(frames, frames.dropFirst()).map { Self.difference($0, $1) }
        #expect(changes.count { $0 > 20 } == 1)
        #expect(changes[47] > 20)
    }

    @Test func `words for what cannot be drawn can be switched off`() throws {
        var request = try request("A teapot on a shelf")
        request.overlay.showsCaptions = false
        let named = Animatic(request, isSubstitute: false).samples(3)
        request.overlay.showsTitle = false
        #expect(Animatic(request, isSubstitute: false).samples(3) != named)
    }

    private static func difference(_ one: [UInt8], _ other: [UInt8]) -> Double {
        Double(zip(one, other).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }) / Double(one.count)
    }

    private func animatic(seed: UInt64) throws -> Animatic {
        var request = try request("Two dogs running in a snowy forest at night")
        request.seed = seed
        return Animatic(request, isSubstitute: false)
    }

    private func frame(_ text: String, _ index: Int) throws -> [UInt8] {
        var request = try request(text)
        request.overlay.showsCaptions = false
        return Animatic(request, isSubstitute: false).samples(index)
    }

    private func request(
        _ text: String, idea: String = "생각", width: Int = 192, height: Int = 108, seconds: Int = 1
    ) throws -> VideoRequest {
        VideoRequest(
            text: text, idea: idea, model: ModelName(rawValue: "test"),
            format: try VideoFormat(width: width, height: height, durationSeconds: seconds), seed: 4)
    }
}

extension Animatic {
    /// One frame in I420.
    func samples(_ index: Int) -> [UInt8] { frame(index, on: Easel(for: self)).withI420 { Array($0) } }
}
