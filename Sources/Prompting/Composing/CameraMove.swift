/// What a camera phrase asks for.
enum CameraMove {
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
        "pan to the right": "pan right",
    ]

    /// Moves that a phrase names, as directions that can contradict each other.
    static func moves(in phrase: String) -> Set<Direction> {
        let words = WordSequence(phrase)
        return Set(Direction.allCases.filter { $0.words.contains { words.contains($0) } })
    }

    enum Direction: CaseIterable {
        case still, forward, backward, left, right, up, down

        var words: [String] {
            switch self {
            case .still:
                ["static", "fixed camera", "still camera", "locked-off", "locked off", "remains static"]
            case .forward: ["dolly in", "push in", "pushes in", "zoom in", "zooms in", "moves forward"]
            case .backward:
                [
                    "dolly out", "pull out", "pull back", "pulls back", "zoom out", "zooms out",
                    "moves backward",
                ]
            case .left: ["pan left", "pans left", "truck left", "pan to the left"]
            case .right: ["pan right", "pans right", "truck right", "pan to the right"]
            case .up: ["tilt up", "tilts up", "crane up", "pedestal up"]
            case .down: ["tilt down", "tilts down", "crane down", "pedestal down"]
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
