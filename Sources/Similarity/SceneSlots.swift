import Domain

/// A part of a scene that two prompts can share.
enum Slot: CaseIterable {
    case subject, action, place, time, style

    /// How much of a video it decides; the weights sum to 1.
    var weight: Double {
        switch self {
        case .subject: 0.42
        case .action: 0.22
        case .place: 0.16
        case .time: 0.1
        case .style: 0.1
        }
    }

    var reason: Recommendation.Reason.Kind {
        switch self {
        case .subject: .sharedSubject
        case .action: .sharedAction
        case .place: .sharedPlace
        case .time: .sharedTime
        case .style: .sharedStyle
        }
    }

    /// What a scene says in this slot.
    func items(of scene: Scene) -> [SlotItem] {
        switch self {
        case .subject:
            scene.subjects.map { SlotItem(words: Self.head($0.name), phrase: $0.phrase, name: $0.name) }
        case .action: scene.actions.map { SlotItem(words: Self.lead($0.phrase.text), phrase: $0.phrase) }
        case .place: scene.place.map(SlotItem.init)
        case .time: (scene.time + scene.weather).map(SlotItem.init)
        case .style: (scene.style + scene.mood + scene.light + scene.camera).map(SlotItem.init)
        }
    }

    /// The last word of a noun: "street dog" is a dog.
    private static func head(_ name: String) -> Set<String> {
        Set(Words(of: name).suffix(1).map(\.stem))
    }

    /// The first word of a participle: "walking along a beach" is a walk.
    private static func lead(_ phrase: String) -> Set<String> {
        Set(Words(of: phrase).first { !$0.isCommon }.map { [$0.stem] } ?? [])
    }
}

/// One thing that a scene says in a slot.
struct SlotItem {
    /// Stems by which it is compared.
    let words: Set<String>
    let phrase: Phrase
    /// What to call it in English.
    let name: String

    init(words: Set<String>, phrase: Phrase, name: String? = nil) {
        self.words = words
        self.phrase = phrase
        self.name = name ?? phrase.text
    }

    init(_ phrase: Phrase) {
        self.init(words: Set(Words(of: phrase.text).filter { !$0.isCommon }.map(\.stem)), phrase: phrase)
    }

    /// How much of this the other one shares, 0...1.
    func agreement(with other: SlotItem) -> Double {
        guard !words.isEmpty, !other.words.isEmpty else { return 0 }
        return Double(words.intersection(other.words).count) / Double(max(words.count, other.words.count))
    }
}
