import Domain

/// What must not be seen, said the way the model understands it.
struct Exclusions: Sendable, Hashable {
    /// For the model's negative field; nil when it has none or nothing is to be left out.
    private(set) var negative: String?
    /// Sentences for the prompt itself.
    private(set) var sentences: [String] = []
    private(set) var warnings: [PromptWarning] = []

    /// - Parameter standard: Whether what the model's makers always leave out is added.
    init(_ things: [String], for model: TargetModel, standard: Bool) {
        let things = things.enumerated().filter { things.firstIndex(of: $1) == $0 }.map(\.element)
        switch model.negative.policy {
        case .field:
            let all = things + (standard ? model.negative.standard ?? [] : [])
            fill(all, own: things.count, limit: model.negative.maximumCharacters ?? .max)
        case .inline:
            sentences = Self.sentences(things, form: model.negative.sentence)
        case .positive:
            sayPositively(things, model)
        }
    }

    /// "No puppy, no car", or the model's own form with a list.
    private static func sentences(_ things: [String], form: String?) -> [String] {
        guard !things.isEmpty else { return [] }
        guard let form else { return ["No \(things.joined(separator: ", no "))"] }
        let list =
            things.count < 2
            ? things.joined() : things.dropLast().joined(separator: ", ") + " or " + (things.last ?? "")
        return [form.split(separator: "{things}", omittingEmptySubsequences: false).joined(separator: list)]
    }

    /// Makers' words give way to the idea's; the idea's are never cut.
    private mutating func fill(_ words: [String], own: Int, limit: Int) {
        var kept: [String] = []
        for (index, word) in words.enumerated() {
            let text = (kept + [word]).joined(separator: ", ")
            if index < own || text.unicodeScalars.count <= limit { kept.append(word) }
        }
        guard !kept.isEmpty else { return }
        let text = kept.joined(separator: ", ")
        negative = text
        if text.unicodeScalars.count > limit {
            warnings.append(
                PromptWarning(
                    rule: "negative-over-limit",
                    message:
                        "What is to be left out takes more than the \(limit) characters the model reads.",
                    fix: "Name fewer things that must not be there.",
                    korean: .init(
                        "빼 달라는 내용이 모델이 읽는 \(limit)자를 넘습니다.", fix: "빼고 싶은 것을 줄여 주세요.")))
        }
    }

    private mutating func sayPositively(_ things: [String], _ model: TargetModel) {
        for thing in things {
            if let positive = Self.positive(thing) {
                sentences.append(positive)
            } else {
                sentences.append("The picture is free of any \(thing)")
                warnings.append(
                    PromptWarning(
                        rule: "negation-in-text",
                        message:
                            "\(model.title) has no field for “\(thing)”, which must not be there; naming it may bring it in.",
                        fix: "Say what is there instead.",
                        korean: .init(
                            "\(model.title)에는 “\(thing)”을(를) 빼 달라고 적을 칸이 없습니다. 이름을 적으면 오히려 나타날 수 있습니다.",
                            fix: "대신 무엇이 있는지 적어 주세요.")))
            }
        }
    }

    /// What is there where a thing is not; nil where that cannot be said.
    static func positive(_ thing: String) -> String? { positives[thing.lowercased()] }

    private static let positives: [String: String] = [
        "person": "The place is deserted", "people": "The place is deserted",
        "human": "The place is deserted",
        "humans": "The place is deserted", "crowd": "The place is quiet and empty",
        "car": "The street is empty", "cars": "The street is empty", "traffic": "The street is empty",
        "cloud": "The sky is clear", "clouds": "The sky is clear", "rain": "The weather is dry",
        "snow": "The ground is bare", "wind": "The air is still", "sound": "The scene is silent",
        "music": "Only natural sound is heard", "color": "The picture is black and white",
        "colors": "The picture is black and white", "camera movement": "The camera stays still",
        "camera shake": "The camera stays still", "text": "The picture is clean and plain",
        "subtitles": "The picture is clean and plain", "blur": "The picture is sharp",
    ]
}
