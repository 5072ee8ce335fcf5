import Domain

extension Actor {
    static let kim = Self(name: "kim", role: .editor)
    static let lee = Self(name: "lee", role: .reviewer)
    static let park = Self(name: "park", role: .admin)
    static let guest = Self(name: "guest", role: .viewer)
}
