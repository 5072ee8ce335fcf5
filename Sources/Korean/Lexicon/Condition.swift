/// When a sense holds: what must stand in which role.
///
/// Written `을:기타|instrument near:바다`: all roles must fit, each by one of its words or kinds.
struct Condition: Sendable {
    /// A role and what may fill it.
    struct Requirement: Sendable {
        let role: String
        let alternatives: Set<String>
    }

    let requirements: [Requirement]

    var isEmpty: Bool { requirements.isEmpty }

    /// A condition that always holds.
    init() { requirements = [] }

    init?(_ text: Substring) {
        var requirements: [Requirement] = []
        for item in text.split(separator: " ") {
            let halves = item.split(separator: ":")
            guard halves.count == 2 else { return nil }
            requirements.append(
                Requirement(
                    role: String(halves[0]),
                    alternatives: Set(halves[1].split(separator: "|").map(String.init))))
        }
        self.requirements = requirements
    }

    /// Whether all requirements are met.
    ///
    /// - Parameter fillers: The words and kinds that stand in a role.
    func holds(_ fillers: (String) -> Set<String>) -> Bool {
        requirements.allSatisfy { !fillers($0.role).isDisjoint(with: $0.alternatives) }
    }
}
