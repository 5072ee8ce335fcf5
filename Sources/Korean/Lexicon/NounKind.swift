import Domain

/// What sort of thing a noun names; senses, prepositions and slots hang on it.
enum NounKind: String, Sendable, CaseIterable {
    case person, animal, plant, food, vehicle, building, object, nature, event, abstract
    case body, clothing, instrument, place, time, weather, light, camera, style, mood, audio, text
    case color, material, group
    /// A word for the video itself, such as 영상, which is no content.
    case frame

    /// The sort of subject in a scene.
    var subjectKind: Subject.Kind {
        switch self {
        case .person, .group: .person
        case .animal: .animal
        case .plant: .plant
        case .food: .food
        case .vehicle: .vehicle
        case .building: .building
        case .object, .body, .clothing, .instrument, .text, .material, .frame: .object
        case .nature, .place, .weather, .light, .time: .nature
        case .event, .audio: .event
        case .abstract, .camera, .style, .mood, .color: .abstract
        }
    }

    var isAnimate: Bool { self == .person || self == .animal || self == .group }

    /// Whether it can be what a close-up shows.
    var isVisible: Bool {
        switch self {
        case .person, .animal, .plant, .food, .building, .object, .nature, .event, .body, .clothing,
            .instrument, .place, .group:
            true
        default: false
        }
    }

    /// Whether something can happen there.
    var isPlace: Bool { self == .place || self == .building || self == .nature }

    /// The slot of a scene that a noun of this kind fills when it stands alone.
    var slot: Slot? {
        switch self {
        case .time: .time
        case .weather: .weather
        case .light: .light
        case .camera: .camera
        case .style: .style
        case .mood: .mood
        case .audio: .audio
        default: nil
        }
    }

    /// The preposition for 에 and 에서.
    var preposition: String {
        switch self {
        case .object, .instrument, .body, .clothing, .material, .text: "on"
        case .event, .time: "at"
        default: "in"
        }
    }
}

/// Where a phrase goes in a scene.
enum Slot: String, Sendable, CaseIterable {
    case place, time, weather, light, camera, style, mood, audio
}
