/// What a camera phrase asks for.
enum CameraMove {
    /// The neutral names; every model of the catalogue has its own words for each.
    static let names: Set<String> = [
        "static", "pan left", "pan right", "tilt up", "tilt down", "dolly-in", "dolly-out", "truck left",
        "truck right", "pedestal up", "pedestal down", "orbit", "tracking shot", "crane up", "crane down",
        "handheld", "zoom in", "zoom out",
    ]

    /// The neutral name that the catalogue's vocabularies are keyed by.
    ///
    /// Words of manner such as "slow" would be lost in a translation, so they make it a key of its
    /// own that no vocabulary holds.
    static func key(of phrase: String) -> String {
        let text = phrase.lowercased()
        return synonyms[text] ?? text
    }

    private static let synonyms: [String: String] = [
        "static shot": "static", "static camera": "static", "fixed camera": "static",
        "still camera": "static",
        "dolly in": "dolly-in", "push in": "dolly-in", "dolly out": "dolly-out", "pull out": "dolly-out",
        "pull back": "dolly-out", "orbit shot": "orbit", "orbiting shot": "orbit",
        "tracking": "tracking shot",
        "follow shot": "tracking shot", "zoom-in": "zoom in", "zoom-out": "zoom out",
        "handheld shot": "handheld", "handheld camera": "handheld", "pan to the left": "pan left",
        "pan to the right": "pan right", "by a drone": "drone shot", "with a drone": "drone shot",
    ]

    /// Moves that a phrase names, as directions that can contradict each other.
    static func moves(in phrase: String) -> Set<Direction> {
        let words = WordSequence(phrase)
        return Set(phrases.filter { words.containsAny(of: $0.list) }.map(\.direction))
    }

    private static let phrases = Direction.allCases.map { (direction: $0, list: PhraseList($0.words)) }

    enum Direction: CaseIterable {
        case still, forward, backward, left, right, up, down

        var words: [String] {
            switch self {
            case .still:
                ["static", "fixed camera", "still camera", "locked-off", "locked off", "remains static"]
            case .forward:
                [
                    "dolly in", "push in", "pushes in", "pushing in", "zoom in", "zooms in", "zooming in",
                    "moves forward",
                ]
            case .backward:
                [
                    "dolly out", "pull out", "pull back", "pulls back", "pulling back", "zoom out",
                    "zooms out", "zooming out", "moves backward",
                ]
            case .left:
                [
                    "pan left", "pans left", "panning left", "truck left", "trucks left", "pan to the left",
                    "moves to the left",
                ]
            case .right:
                [
                    "pan right", "pans right", "panning right", "truck right", "trucks right",
                    "pan to the right", "moves to the right",
                ]
            case .up: ["tilt up", "tilts up", "tilting up", "crane up", "pedestal up", "camera rises"]
            case .down:
                [
                    "tilt down", "tilts down", "tilting down", "crane down", "pedestal down",
                    "camera descends", "camera lowers",
                ]
            }
        }

        var opposite: Direction? {
            switch self {
            case .still: nil
            case .forward: .backward
            case .backward: .forward
            case .left: .right
            case .right: .left
            case .up: .down
            case .down: .up
            }
        }
    }
}
