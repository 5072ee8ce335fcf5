extension Condition {
    /// As the lexicon writes it, with the alternatives in order.
    var text: String {
        requirements.map { "\($0.role):\($0.alternatives.sorted().joined(separator: "|"))" }
            .joined(separator: " ")
    }

    /// What a role of a condition is called in English.
    static func name(of role: String) -> String {
        switch role {
        case "near": "the idea has"
        case "mod": "modified by"
        case "head": "describes"
        case "open": "leaves open"
        default: Role(rawValue: role)?.name ?? role
        }
    }
}

extension Role {
    /// What it is called in English; nil for words without a role.
    var name: String? {
        switch self {
        case .none: nil
        case .subject: "subject"
        case .topic: "topic"
        case .object: "object"
        case .at: "at"
        case .from: "place of action"
        case .by: "by or toward"
        case .with: "with"
        case .to: "to"
        case .of: "of"
        case .like: "like"
        case .being: "as what"
        case .equal: "as much as"
        case .than: "than"
        case .until: "until"
        case .since: "since"
        case .each: "every"
        case .quoted: "quoted"
        case .excluded: "excluded"
        case .complement: "complement"
        }
    }
}
