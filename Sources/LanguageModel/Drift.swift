/// Something that an answer says otherwise than the idea.
struct Drift: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case number, negation, colour, name, content, quotation
    }

    let kind: Kind
    /// What to mend, for the model.
    let sentence: String
}

extension [Drift] {
    /// The kinds, each once, for people.
    var list: String {
        var seen: Set<Drift.Kind> = []
        return map(\.kind).filter { seen.insert($0).inserted }.map(\.rawValue).joined(separator: ", ")
    }
}
