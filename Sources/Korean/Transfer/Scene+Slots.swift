import Domain

extension Scene {
    /// The phrases of a slot.
    subscript(slot: Slot) -> [Phrase] {
        get { self[keyPath: Self.path(to: slot)] }
        set { self[keyPath: Self.path(to: slot)] = newValue }
    }

    private static func path(to slot: Slot) -> WritableKeyPath<Scene, [Phrase]> {
        switch slot {
        case .place: \.place
        case .time: \.time
        case .weather: \.weather
        case .light: \.light
        case .camera: \.camera
        case .style: \.style
        case .mood: \.mood
        case .audio: \.audio
        }
    }
}
