/// A noun with everything that belongs to it.
struct NounPhrase: Sendable {
    var lexeme: Lexeme
    var role: Role
    var modifiers: [Modifier] = []
    /// The nouns before it that share its role: 개와 in 개와 고양이가.
    var others: [NounPhrase] = []
    var conjunction = "and"
    var count: Count?
    /// The preposition of a noun of position: "under" for 나무 아래.
    var relation: String?
    /// How it reads when it is excluded.
    var exclusion = Exclusion.without
    /// Whether ``relation`` tells where, as "under" does and "about" does not.
    var isSpatial = true
    /// The clause that this noun is made of, as in 달리기; at most one.
    var nominalized: [Clause] = []
    /// A comma stands behind it.
    var endsFragment = false
    /// 도, 만, 조차: its role is open, as that of a noun without a particle.
    var isFocus = false
    /// 해변에서의, 학생으로서의: it tells more about a noun.
    var isAttributive = false
    /// Filled in by ``Resolver``.
    var sense: NounSense?
    /// Whose it is, such as "her" of a hand; filled in by ``Resolver``.
    var owner: String?

    init(_ word: Word) {
        lexeme = word.lexeme
        role = word.role
        if word.particle == Role.complement.rawValue { role = .complement }
        if ["말고", Role.excluded.rawValue].contains(word.particle) { role = .excluded }
        exclusion = word.particle == "말고" ? .not : .without
        if ["나", "이나"].contains(word.particle) { conjunction = "or" }
        isFocus = ["도", "만", "조차", "마저"].contains(word.particle)
        isAttributive = word.particle.count > 1 && word.particle.hasSuffix("의")
    }
}

extension NounPhrase {
    /// The same without the clauses that are weather, time or camera, which have slots of their own.
    var withoutAdjuncts: NounPhrase {
        var copy = self
        copy.modifiers = modifiers.compactMap { modifier in
            switch modifier {
            case .clause(let clause): clause.isAdjunct ? nil : modifier
            case .genitive(let inner): .genitive(inner.withoutAdjuncts)
            case .compound(let inner): .compound(inner.withoutAdjuncts)
            case .located(let inner): .located(inner.withoutAdjuncts)
            default: modifier
            }
        }
        copy.others = others.map(\.withoutAdjuncts)
        return copy
    }
}

extension NounPhrase {
    /// Whether quoted words are its name, as of a song, and no text on it.
    var isCalled: Bool {
        guard let kind = sense?.kind else { return false }
        return kind.isAnimate || kind == .audio || kind == .event
    }

    /// Whether quoted words are what somebody says, as a sentence is, and no name.
    func isSpeaker(of quote: Lexeme) -> Bool {
        sense?.kind.isAnimate == true
            && (quote.key.split(separator: " ").count > 1 || quote.key.contains { "!?.…~".contains($0) })
    }

    /// Whether it is a number of seconds, meters or the like.
    var isMeasure: Bool { lexeme.isVerbatim && count != nil }

    /// What a camera word shows and the camera word alone, as of 여자의 뒷모습; nil for all else.
    var shot: (shown: [NounPhrase], camera: NounPhrase)? {
        guard sense?.kind == .camera else { return nil }
        var camera = self
        camera.modifiers = []
        var shown: [NounPhrase] = []
        for modifier in modifiers {
            switch modifier {
            case .compound(let inner) where inner.sense?.kind.isVisible == true,
                .genitive(let inner) where inner.sense?.kind.isVisible == true:
                shown.append(inner)
            default: camera.modifiers.append(modifier)
            }
        }
        return shown.isEmpty ? nil : (shown, camera)
    }
}

/// What stands before a noun and tells more about it.
enum Modifier: Sendable {
    case determiner(Lexeme)
    case clause(Clause)
    case genitive(NounPhrase)
    case compound(NounPhrase)
    /// 나무 아래의, "under a tree".
    case located(NounPhrase)
    /// What it is not, or does not have.
    case excluded(NounPhrase, asking: Exclusion)
    /// Text that is to be read on it.
    case inscription(Lexeme)
}

/// How an exclusion reads in English.
enum Exclusion: Sendable {
    /// 강아지가 아닌, 강아지 말고.
    case not
    /// 사람 없는, 자막 없이.
    case without
    /// 사람이 거의 없는.
    case hardly
}

/// How many.
struct Count: Sendable {
    var value: Int?
    /// "at least".
    var degree: String?
    /// "dozens of".
    var amount: String?
    /// The counter's English, such as "cup", when English needs one.
    var unit: String?
    var lexemes: [Lexeme]
}

/// A predicate with its arguments.
struct Clause: Sendable {
    var lexeme: Lexeme
    var ending: Ending
    var arguments: [NounPhrase] = []
    var adverbs: [Lexeme] = []
    /// The clauses before it that it goes on from, as in 서서 노래하다.
    var chain: [Clause] = []
    var exclusions: [NounPhrase] = []
    /// How it goes on to the clause behind it: "and", "while", "but".
    var link = "and"
    /// Filled in by ``Resolver``.
    var sense: PredicateSense?
    /// Whether the lexicon knows the predicate.
    var isKnown = true
    /// What "one's" in its English is, such as "her"; filled in by ``Resolver``.
    var owner: String?

    init(_ word: Word) {
        lexeme = word.lexeme
        ending = word.ending
        link = word.ending.isCompleted ? "after" : Self.links[word.ending.connective] ?? "and"
    }

    private static let links = [
        "면서": "while", "으면서": "while", "지만": "but", "으나": "but", "거나": "or", "는데": "and", "면": "when",
        "으면": "when", "자": "when", "다가": "then", "는데도": "even though", "지": "nor",
        "자마자": "as soon as", "러": "to", "으러": "to", "려고": "to", "으려고": "to",
        "도록": "to", "느라": "while", "느라고": "while", "듯": "as if", "듯이": "as if",
    ]

    /// Whether it tells when, why or how the clause behind it is, and English puts it behind that.
    var isSubordinate: Bool { !["and", "but", "or", "then", "nor"].contains(link) || isAdjunct }

    /// What joins it to the predicate behind it.
    var conjunction: String { link == "then" ? "and then" : isSubordinate ? "and" : link }

    /// The clauses of the chain and this one, in order.
    var flattened: [Clause] {
        var last = self
        last.chain = []
        return chain + [last]
    }

    /// Whether it is weather, time or camera and no event of its own.
    var isAdjunct: Bool { sense?.adjunct != nil && sense?.slot.map(SceneBuilder.spoken.contains) == true }

    func argument(_ role: Role) -> NounPhrase? { arguments.first { $0.role == role } }

    /// The doer: 이/가, else 은/는.
    var subject: NounPhrase? { argument(.subject) ?? argument(.topic) }

    /// The doer, unless the English predicate says it already: 배가 고프다 is "hungry".
    var ownSubject: NounPhrase? {
        sense?.absorbed == Role.subject.rawValue && argument(.topic) == nil ? nil : subject
    }
}

/// One sentence or fragment of an idea.
enum Statement: Sendable {
    case clause(Clause)
    case nominal(NounPhrase)
}
