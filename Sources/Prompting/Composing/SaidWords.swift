/// What the parts of a prompt say already about camera, light, style and order, wherever they stand.
///
/// "A man walking home at night" has its time inside the main clause; daylight added to it would
/// contradict.
struct SaidWords {
    private let words: WordSequence
    private let slots: Set<Slot>
    private let camera: [WordSequence]

    init(_ pieces: [Piece]) {
        words = WordSequence(pieces.map(\.text).joined(separator: " "))
        slots = Set(pieces.map(\.slot))
        camera = pieces.filter { $0.slot == .camera }.map { WordSequence($0.text) }
    }

    /// Where the light comes from or what it is like.
    var light: Bool { slots.contains(.light) || slots.contains(.weather) || holds(Self.lightWords) }

    var time: Bool { slots.contains(.time) || holds(Self.timeWords) }

    /// A shot or a move; how fast the film runs is neither.
    var shot: Bool { isFramed || holds(Self.shotWords) }

    var movement: Bool { camera.contains { $0.containsAny(of: Self.moveWords) } }

    var viewpoint: Bool { holds(Self.viewpointWords) }

    var sound: Bool { slots.contains(.audio) }

    var style: Bool { slots.contains(.style) }

    var composition: Bool {
        slots.contains(.composition) && holds(["composition", "symmetrical", "centered"])
    }

    var focus: Bool { holds(["focus", "depth of field", "bokeh", "blurred background"]) }

    var palette: Bool {
        slots.contains(.palette) || holds(["black and white", "monochrome", "sepia", "palette", "colorful"])
    }

    private var isFramed: Bool {
        camera.contains { !$0.containsAny(of: Self.tempoWords) }
    }

    private func holds(_ phrases: PhraseList) -> Bool { words.containsAny(of: phrases) }

    private static let tempoWords: PhraseList = [
        "slow motion", "fast motion", "time lapse", "timelapse", "hyperlapse", "reverse motion",
    ]
    private static let shotWords: PhraseList = [
        "shot", "close up", "closeup", "camera", "drone", "aerial", "bird's eye", "seen from", "viewed from",
        "first person", "point of view", "panorama", "selfie", "macro",
    ]
    private static let moveWords: PhraseList = [
        "camera", "pan", "tilt", "dolly", "truck", "pedestal", "orbit", "arc", "tracking", "crane",
        "handheld", "zoom", "push", "pull", "static", "follow", "drone",
    ]
    private static let viewpointWords: PhraseList = [
        "angle", "overhead", "from above", "from below", "aerial", "drone", "bird's eye", "eye level",
        "first person", "point of view", "over the shoulder", "crane",
    ]
    private static let timeWords: PhraseList = [
        "night", "nighttime", "midnight", "evening", "dusk", "dawn", "sunset", "sunrise", "twilight",
        "morning", "noon", "afternoon", "daytime", "golden hour", "blue hour",
    ]
    private static let lightWords: PhraseList = [
        "light", "lights", "lit", "sunlight", "sunshine", "sunny", "sun", "sunbeam", "sunbeams", "moonlight",
        "moonlit", "moon", "lamp", "lamps", "lantern", "lanterns", "streetlight", "streetlights", "candle",
        "candles", "candlelight", "neon", "fire", "bonfire", "campfire", "flame", "flames", "fireworks",
        "stars", "starry", "aurora", "lightning", "storm", "rain", "rainy", "raining", "snowfall", "snowing",
        "fog", "foggy", "mist", "misty", "cloudy", "overcast", "shadow", "shadows", "dark", "darkness",
        "bright", "brightly", "glow", "glowing", "spotlight", "spotlights", "backlit", "silhouette",
        "underwater", "undersea", "sea", "ocean", "cave", "outer space", "space", "spaceship", "galaxy",
        "concert", "stage", "club",
    ]
}
