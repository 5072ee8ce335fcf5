/// Adjectives: before the noun, or behind it with what belongs to them.
extension Realiser {
    func quality(_ clause: Clause) -> Attachment {
        let adjective = (adverbs(of: clause, leading: false) + [graded(english(of: clause), clause)])
            .joined(separator: " ")
        if let times = clause.adverbs.first(where: { KoreanNumber.isMultiple($0.key) && $0.isVerbatim }) {
            return .after("\(times.key) as \(english(of: clause))", isLook: true)
        }
        if let model = clause.argument(.equal) ?? clause.argument(.like) {
            return .after("as " + adjective + " as " + noun(model), isLook: true)
        }
        if let similes = similes(clause, adjective) { return .after(similes, isLook: true) }
        if let neither = neither(clause, adjective) { return .after(neither, isLook: false) }
        if clause.ending.isNegated { return .after("that is not " + adjective, isLook: false) }
        if clause.ending.isLook { return .after("looking " + adjective, isLook: true) }
        if let owned = clause.subject, clause.sense?.absorbed != "이" {
            var owned = owned
            owned.modifiers.append(.clause(Self.alone(clause)))
            if owned.sense?.grammar.has("pair") == true { owned.lexeme.isPlural = true }
            return .after("with " + noun(owned), isLook: true)
        }
        var rest: [String] = []
        for argument in clause.arguments {
            switch placement(of: argument, in: clause) {
            case .inside(let text), .adjunct(_, let text): rest.append(text)
            case .subject, .unsaid: break
            }
        }
        if let events = eventsBefore(([adjective] + rest).joined(separator: " "), in: clause) {
            return .after(events, isLook: false)
        }
        if isSuperlative(clause), !rest.isEmpty {
            return .around(adjective, clause.sense?.order ?? .quality, rest.joined(separator: " "))
        }
        if !rest.isEmpty { return .after(([adjective] + rest).joined(separator: " "), isLook: true) }
        return .before(
            (chainedQualities(clause) + [adjective]).joined(separator: " "), clause.sense?.order ?? .quality)
    }

    /// 수업이 끝난 뒤 텅 빈, 웃고 있지만 슬픈: "empty after a class ends", "smiling but sad".
    func eventsBefore(_ quality: String, in clause: Clause) -> String? {
        let events = clause.chain.filter { $0.sense?.isAdjective != true }
        guard !events.isEmpty else { return nil }
        let joined = events.filter { !$0.isSubordinate }.map { event in
            (event.ownSubject == nil ? verbPhrase(event, .participle) : sentence(event)) + " "
                + event.conjunction
        }
        return (joined + [quality] + events.filter(\.isSubordinate).map(subordinate))
            .joined(separator: " ")
    }

    /// 눈처럼 하얗고 부드러운: "as white as snow and soft".
    func similes(_ clause: Clause, _ last: String) -> String? {
        let chain = clause.chain.filter { $0.sense?.isAdjective == true }
        guard chain.contains(where: { $0.argument(.like) ?? $0.argument(.equal) != nil }) else { return nil }
        let items = chain.map { inner in
            guard let model = inner.argument(.like) ?? inner.argument(.equal) else {
                return english(of: inner)
            }
            return "as \(english(of: inner)) as \(noun(model))"
        }
        return Nouns.list(items + [last])
    }

    /// 춥지도 덥지도 않은: "neither cold nor hot".
    func neither(_ clause: Clause, _ last: String) -> String? {
        let parallel = clause.chain.filter { $0.link == "nor" }
        guard clause.ending.isNegated, !parallel.isEmpty else { return nil }
        let items = parallel.map {
            $0.sense?.isAdjective == true ? english(of: $0) : verbPhrase($0, .participle)
        }
        return "neither " + (items + [last]).joined(separator: " nor ")
    }

    /// Whether it says "most" of its kind.
    func isSuperlative(_ clause: Clause) -> Bool {
        clause.sense?.isAdjective == true
            && (rank(of: clause) != nil || adverbs(of: clause, leading: true).contains("most"))
    }

    /// "second" of 두 번째로 큰.
    func rank(of clause: Clause) -> String? {
        clause.adverbs.first { $0.isVerbatim && KoreanNumber.isOrdinal($0.key) }?.key
    }

    /// 작고 귀여운, 작지만 강한: adjectives that go on to the next.
    func chainedQualities(_ clause: Clause) -> [String] {
        clause.chain.filter { $0.sense?.isAdjective == true && $0.subject == nil }
            .map {
                ($0.ending.isNegated ? "not " : "") + graded(english(of: $0), $0)
                    + (["but", "or"].contains($0.link) ? " " + $0.link : "")
            }
    }

    static func alone(_ clause: Clause) -> Clause {
        var clause = clause
        clause.arguments = []
        return clause
    }
}
