import Domain
import Similarity

/// Made-up prompts by number, no two alike up to a million, with vectors that lie as real ones do.
///
/// The phrases are embedded by the model; a prompt's vector is their weighted sum with a little noise.
struct SyntheticPrompts: Sendable {
    private let vectors: [[[Float]]]
    private let wordPieces: (any WordPieces)?
    let dimension: Int

    private static let weights: [Float] = [1, 0.8, 0.8, 0.5]
    private static let noise: Float = 0.35

    init(_ embedder: any Embedder) async throws {
        dimension = embedder.dimension
        wordPieces = embedder.wordPieces
        var vectors: [[[Float]]] = []
        for words in Self.words { vectors.append(try await embedder.embed(words)) }
        self.vectors = vectors
    }

    static func text(_ number: Int) -> String {
        let part = places(of: number)
        return
            "\(words[0][part[0]]) \(words[1][part[1]]) \(words[2][part[2]]), \(words[3][part[3]]) number \(number)"
    }

    /// The same without its style, as somebody would ask for it.
    static func question(_ number: Int) -> String {
        let part = places(of: number)
        return "\(words[0][part[0]]) \(words[1][part[1]]) \(words[2][part[2]])"
    }

    static func category(_ number: Int) -> Category {
        Category.allCases[number % Category.allCases.count]
    }

    func vector(_ number: Int) -> [Float] {
        var random = SeededBits(state: UInt64(number) &+ 77)
        var sum = [Float](repeating: 0, count: dimension)
        for (slot, place) in Self.places(of: number).enumerated() {
            for index in sum.indices { sum[index] += Self.weights[slot] * vectors[slot][place][index] }
        }
        let spread = Self.noise / Float(dimension).squareRoot() * 3.5
        for index in sum.indices { sum[index] += Float.random(in: -spread...spread, using: &random) }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return sum.map { $0 / length }
    }

    func entry(_ number: Int) -> RecommendationEntry {
        RecommendationEntry(
            prompt: Self.prompt(number), workspace: .standard, revision: 1, idea: "",
            text: Self.text(number), scene: Scene(), terms: [],
            pieces: wordPieces?.pieces(of: ContentWords.of(Self.text(number))) ?? [],
            facets: [.category(Self.category(number))])
    }

    static func prompt(_ number: Int) -> Prompt.ID {
        Prompt.ID(at: Timestamp(milliseconds: Int64(number)), random: NumberedBits(number: UInt64(number)))
    }

    /// Which word of each list a number takes; neighbours differ in the first.
    private static func places(of number: Int) -> [Int] {
        var rest = number &* 7919 % 1_000_003
        return words.map { list in
            defer { rest /= list.count }
            return rest % list.count
        }
    }

    private static let words: [[String]] = [
        [
            "a fox", "an old sailor", "a red kite", "a street dancer", "a grey heron", "a robot",
            "a bakery window", "two children", "a lighthouse", "a violin player", "a snow leopard",
            "a paper boat", "a blacksmith", "a tram", "a field of tulips", "a chess player", "an astronaut",
            "a black cat", "a steam train", "a potter", "a humpback whale", "a cyclist", "a market stall",
            "a ballerina", "a thunderstorm", "a bowl of noodles", "a hot air balloon", "a violinist",
            "a horse", "a waterfall", "a fisherman", "a crowd",
        ],
        [
            "running", "standing still", "turning slowly", "waiting", "dancing", "falling apart",
            "drifting", "waking up", "glowing", "being built", "resting", "looking back", "jumping",
            "singing", "breathing", "moving away", "coming closer", "spinning", "working", "floating",
            "melting", "growing", "playing", "burning", "hiding", "shaking", "climbing", "sleeping",
            "laughing", "swimming", "flying", "arriving",
        ],
        [
            "in a bamboo forest", "on a frozen lake", "in a narrow alley", "at a night market",
            "on a rooftop", "in an empty theatre", "by the harbour", "in a wheat field",
            "under a bridge", "in a desert", "in a greenhouse", "on a mountain pass", "in a library",
            "in heavy rain", "at a train station", "on a coral reef", "in a cave", "in a snow storm",
            "in a kitchen", "on a spaceship", "in a medieval town", "on a beach", "in a hospital",
            "at a fairground", "in a swamp", "in a courtyard", "on a ferry", "in an office", "in a garden",
            "in a stadium", "on the moon", "in a tunnel",
        ],
        [
            "cinematic", "watercolor", "low angle shot", "slow motion", "golden hour light",
            "black and white", "handheld camera", "neon light", "aerial view", "stop motion",
            "soft focus", "anime style", "time-lapse", "macro shot", "film noir", "pastel colours",
            "documentary style", "long exposure", "wide shot", "claymation", "silhouette",
            "morning mist", "pixel art", "oil painting", "vintage film", "infrared", "tracking shot",
            "studio light", "fisheye lens", "tilt-shift", "charcoal drawing", "candle light",
        ],
    ]
}
