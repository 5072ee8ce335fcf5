/// Says whose hands and eyes they are: "a girl closing her eyes".
extension Resolver {
    /// Gives the parts of the body in a clause, and in those before it, to who does it.
    func own(_ clause: inout Clause, by doer: NounPhrase?) {
        let doer = clause.ownSubject ?? doer
        // There is but one camera that films.
        for index in clause.arguments.indices
        where clause.arguments[index].lexeme.key == "카메라" && clause.subject?.lexeme.key == "카메라" {
            clause.arguments[index].owner = "the"
        }
        clause.chain = clause.chain.map { inner in
            var inner = inner
            own(&inner, by: doer)
            return inner
        }
        guard let doer, doer.sense.map({ $0.kind.isAnimate || $0.kind == .object }) ?? true else { return }
        let owner = Self.possessive(of: doer)
        clause.owner = owner
        for index in clause.arguments.indices where isOwn(clause.arguments[index]) {
            clause.arguments[index].owner = owner
        }
    }

    private func isOwn(_ phrase: NounPhrase) -> Bool {
        let isSubject = [.subject, .topic, .equal, .like, .than].contains(phrase.role)
        guard let sense = phrase.sense, sense.kind == .body, !Self.ownerless.contains(sense.english) else {
            return false
        }
        return !isSubject && phrase.modifiers.isEmpty && phrase.count == nil
            && phrase.others.isEmpty
    }

    /// What one has without owning it: "a girl wearing a smile".
    private static let ownerless: Set = [
        "smile", "sweat", "tears", "tear", "blood", "beard", "mustache", "expression", "laugh", "laughter",
        "muscle", "wrinkles",
    ]

    private static func possessive(of doer: NounPhrase) -> String {
        if !doer.others.isEmpty || doer.lexeme.isPlural || doer.count.map({ $0.value != 1 }) == true {
            return "their"
        }
        guard let sense = doer.sense else { return "their" }
        if sense.kind == .animal || sense.kind == .object { return "its" }
        return Realiser.possessive(of: sense.english)
    }
}
