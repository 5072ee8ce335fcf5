/// A noun phrase in the role that its particle gives it.
struct KoreanPart: Hashable {
    /// `S` for who does it, `T` for a topic beside that, `O` for what it is done to, else the particle.
    var role: String
    var noun: KoreanNoun

    var text: String { role.isEmpty ? noun.text : "\(role):\(noun.text)" }

    /// The role of a particle; particles that say the same have the same.
    static func role(of particle: String) -> String {
        switch particle {
        case "이", "가", "께서": "S"
        case "은", "는": "T"
        case "을", "를": "O"
        case "으로", "로": "로"
        case "에게", "한테", "께": "에게"
        case "에서", "서": "에서"
        default: particle
        }
    }
}

/// A predicate with the parts that belong to it.
struct KoreanStatement: Hashable {
    private typealias Kinds = KoreanWordKinds

    private(set) var stem: String
    let isNegated: Bool
    private(set) var parts: [KoreanPart]
    /// Whether it goes on while the next statement does.
    var isSimultaneous = false
    /// Whether somebody is asked for it politely.
    var isRequest = false

    init(stem: String, isNegated: Bool, parts: [KoreanPart]) {
        // What is absent is not there: "사람이 없는 거리".
        (self.stem, self.isNegated) = stem == "없" ? ("있", !isNegated) : (stem, isNegated)
        self.parts = parts
        // Stems that changed before their ending look like another verb's.
        let hasObject = parts.contains { $0.role == "O" }
        if stem.hasSuffix("걸"), !hasObject { self.stem = stem.dropLast() + "걷" }
        if stem == "나", hasObject { self.stem = "날" }
    }

    var isEmpty: Bool { stem.isEmpty && parts.isEmpty }

    var text: String {
        (parts.map(\.text).sorted() + [(isNegated ? "¬" : "") + stem]).filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    var tokens: [Meaning.Token] {
        let predicate =
            stem.isEmpty
            ? [] : [Meaning.Token(text: stem, guardKind: Kinds.sides.contains(stem) ? .sides : .actions)]
        let negation = isNegated ? [Meaning.Token(text: "¬\(stem)", guardKind: .negations)] : []
        return predicate + negation + parts.flatMap(\.tokens)
    }

    /// Gives roles their one form: a lone topic is the subject, and grounds and goals stand alike.
    mutating func normalise() {
        joinAlong()
        absorbObject()
        if !parts.contains(where: { $0.role == "S" }), let topic = parts.firstIndex(where: { $0.role == "T" })
        {
            parts[topic].role = "S"
        }
        let last = String(stem.split(separator: "-").last ?? "")
        for index in parts.indices {
            switch parts[index].role {
            case "": parts[index].role = bareRole(of: index, predicate: last)
            case "O" where Kinds.moving.contains(last), "에서" where Kinds.moving.contains(last):
                parts[index].role = "L"
            case "로" where Kinds.going.contains(last): parts[index].role = "에"
            case "에서" where Kinds.resting.contains(last): parts[index].role = "에"
            default: break
            }
        }
        unifyHolding()
        dropResult()
    }

    /// "키스를 하다" is "키스하다", and "춤을 추다" is "춤추다": the verb adds nothing to its object.
    private mutating func absorbObject() {
        guard let index = parts.firstIndex(where: { $0.role == "O" }), parts[index].noun.isBareWord,
            let object = parts[index].noun.head.first
        else { return }
        if stem == "하", !Kinds.clothes.contains(object) {
            stem = KoreanSynonyms.canonical(object + "하")
        } else if let verb = Kinds.lightVerbs[object + " " + stem] {
            stem = verb
        } else {
            return
        }
        parts.remove(at: index)
    }

    /// What is cut is cut into pieces.
    private mutating func dropResult() {
        guard stem == "자르" else { return }
        parts.removeAll { $0.role == "adv" && Kinds.pieces.contains($0.noun.text) }
    }

    /// The role of a noun whose particle was left out: of the last one, what the verb wants.
    private func bareRole(of index: Int, predicate: String) -> String {
        guard !stem.isEmpty, index == parts.count - 1 || !hasSubject else { return "" }
        let isObject = Kinds.transitive.contains(predicate) && !parts.contains { $0.role == "O" }
        return isObject && index == parts.count - 1 ? "O" : hasSubject ? "" : "S"
    }

    /// "해변을 따라 걷다" is "해변을 걷다".
    private mutating func joinAlong() {
        let words = stem.split(separator: "-").map(String.init)
        if words.count > 1, words[0] == "따르" { stem = words.dropFirst().joined(separator: "-") }
    }

    /// One wears clothes and plays instruments with several verbs.
    private mutating func unifyHolding() {
        guard let object = parts.first(where: { $0.role == "O" })?.noun.head.last else { return }
        if Kinds.clothes.contains(object), Kinds.wearing.contains(stem) { stem = "입" }
        if Kinds.instruments.contains(object), Kinds.playing.contains(stem) { stem = "연주하" }
    }

    /// Whether it says how somebody is rather than what happens next: wearing, sitting, being there.
    var isState: Bool {
        let object = parts.first { $0.role == "O" }?.noun.head.last
        return Kinds.resting.contains(stem) || object.map(Kinds.clothes.contains) == true
    }

    /// What the clauses of the subject say, each with the subject as its own, and the statement itself.
    var told: [Self] {
        guard let index = parts.firstIndex(where: { $0.role == "S" }), parts[index].noun.others.isEmpty,
            !stem.isEmpty, parts[index].noun.clauses.allSatisfy({ $0.isSimultaneous && !$0.hasSubject })
        else { return [self] }
        var statement = self
        let subject = parts[index].noun.withoutClauses
        statement.parts[index].noun = subject
        return parts[index].noun.clauses.map { $0.with(subject: subject) } + [statement]
    }

    private var hasSubject: Bool { parts.contains { $0.role == "S" } }

    /// The texts of statements in their order; what goes on at the same time stands sorted, each with the
    /// subject that was named once.
    static func inOrder(_ statements: [Self]) -> [String] {
        var groups: [[Self]] = []
        var joinsLast = false
        for var statement in statements {
            if joinsLast, let last = groups.last?.last {
                if !statement.hasSubject, let subject = last.parts.first(where: { $0.role == "S" }) {
                    statement.parts.append(subject)
                }
                groups[groups.count - 1].append(statement)
            } else {
                groups.append([statement])
            }
            joinsLast = statement.isSimultaneous
        }
        return groups.flatMap { $0.map(\.text).sorted() }
    }

    /// The statements this one stands for once requests and names for the video are gone, and once a lone
    /// noun with a clause has become the clause's subject.
    func unwrapped(_ styles: inout [String]) -> [Self] {
        let isWish = isRequest && parts.count == 1 && ["O", ""].contains(parts[0].role)
        if Kinds.requests.contains(stem), !isNegated, isWish || parts.allSatisfy(\.noun.isWrapper) {
            return parts.flatMap { $0.noun.unwrapped(&styles) }
        }
        if stem.isEmpty, parts.contains(where: \.noun.isWrapper) {
            let others = parts.filter { !$0.noun.isWrapper }
            let shown = parts.filter(\.noun.isWrapper).flatMap { $0.noun.unwrapped(&styles) }
            // "강아지는 뛰노는 영상": the topic is who does what the clause says.
            if others.count == 1, ["S", "T"].contains(others[0].role), shown.count == 1, !shown[0].hasSubject
            {
                return [shown[0].with(subject: others[0].noun)]
            }
            return shown + [Self(stem: "", isNegated: false, parts: others)]
        }
        let isLone = stem.isEmpty || stem == "있" && !isNegated && parts.first?.role == "S"
        guard isLone, parts.count == 1, let rotated = parts[0].noun.rotated else { return [self] }
        return [rotated]
    }

    /// The statement with a noun as its subject, which its clause left out.
    func with(subject: KoreanNoun) -> Self {
        var statement = self
        let role = parts.contains { $0.role == "S" } ? "X" : "S"
        statement.parts.append(KoreanPart(role: role, noun: subject))
        return statement
    }
}

extension KoreanPart {
    var tokens: [Meaning.Token] {
        let noun = noun.tokens.map { token in
            let isPlace = ["에", "에서", "L"].contains(role) && token.guardKind == .subjects
            return isPlace ? Meaning.Token(text: token.text, guardKind: .places) : token
        }
        return ["없이", "말고"].contains(role)
            ? noun + [Meaning.Token(text: "\(role) \(self.noun.text)", guardKind: .negations)] : noun
    }
}

extension KoreanNoun {
    /// "풀밭에서 노는 강아지" as "강아지가 풀밭에서 논다"; nil unless it has exactly one clause.
    ///
    /// "고양이의 산책" is "고양이가 산책한다".
    var rotated: KoreanStatement? {
        if let owner = possessors.first, clauses.isEmpty, modifiers.count == 1, head.count == 1,
            KoreanWordKinds.doings.contains(head[0])
        {
            let stem = KoreanSynonyms.canonical(head[0] + "하")
            return KoreanStatement(stem: stem, isNegated: false, parts: []).with(subject: owner)
        }
        guard clauses.count == 1, others.isEmpty else { return nil }
        var statement = clauses[0].with(subject: withoutClauses)
        statement.normalise()
        return statement
    }

    var withoutClauses: Self {
        var noun = self
        noun.clauses = []
        return noun
    }

    /// What the clauses before a name for the video say, and its adjectives as style.
    fileprivate func unwrapped(_ styles: inout [String]) -> [KoreanStatement] {
        guard let last = head.last, KoreanWordKinds.wrappers.contains(last) else { return [alone] }
        guard head.count == 1 else {
            var noun = self
            noun.dropLastWord()
            return [noun.alone]
        }
        styles += modifiers
        return clauses
    }

    /// The phrase as all that is said.
    private var alone: KoreanStatement {
        rotated ?? KoreanStatement(stem: "", isNegated: false, parts: [KoreanPart(role: "", noun: self)])
    }
}

/// What the endings behind a verb say.
struct KoreanEnding {
    enum Kind { case adnominal, nominal, other }

    private(set) var kind = Kind.other
    private(set) var isNegated = false
    /// Whether 아 or 어 joins the next verb to this one.
    private(set) var joins = false
    /// Whether 게 makes an adverb of it.
    private(set) var isAdverbial = false
    /// Whether it asks for a favour: 주세요, 줘.
    private(set) var isRequest = false
    /// Whether it goes on while something else does: 는, 면서, 며, and 아 after a posture.
    private(set) var isSimultaneous = false

    /// - Parameter isBare: Whether a verb follows without any ending between.
    init(isBare: Bool) { joins = isBare }

    mutating func read(_ atom: KoreanAtom) {
        if atom.tag == "VX" { isRequest = ["주", "달", "드리"].contains(atom.text) }
        switch atom.tag {
        case "VX": if ["않", "못하", "말"].contains(atom.text) { isNegated = true }
        case "ETM": kind = .adnominal
        case "ETN": kind = .nominal
        default: kind = .other
        }
        isAdverbial = atom.tag == "EC" && atom.text == "게"
        isSimultaneous = ["는", "면서", "며", "은채", "채"].contains(atom.text)
        joins = atom.tag == "EC" && ["아", "어", "여"].contains(atom.text)
    }
}
