package import Domain

extension Category {
    /// What a scene is mainly about: its first subject, or its place where it has none.
    package init(of scene: Scene) {
        guard let kind = scene.subjects.first?.kind else {
            self = scene.place.isEmpty && scene.weather.isEmpty ? .abstract : .landscape
            return
        }
        switch kind {
        case .person: self = .people
        case .animal: self = .animal
        case .plant, .nature: self = .landscape
        case .food: self = .food
        case .building: self = .city
        case .vehicle, .object: self = .object
        case .event: self = .event
        case .abstract: self = .abstract
        }
    }
}
