import Domain

/// Sorts statements into the slots of a scene.
struct SceneBuilder {
    let realiser: Realiser
    let text: Substring.UTF8View
    var scene = Scene()
    /// Who did the last thing, for predicates without a subject.
    var lastSubject: Int?
    /// The first bytes of the unknown words that a phrase names already.
    var reported: Set<Int> = []
    /// Where each subject's noun stands in the idea.
    private var nouns: [Int] = []

    static func scene(of statements: [Statement], in text: String, realiser: Realiser) -> Scene {
        var builder = SceneBuilder(realiser: realiser, text: text[...].utf8)
        let hasMore = statements.count > 1
        for statement in statements {
            switch statement {
            case .clause(let clause): builder.add(clause)
            case .nominal(let phrase): builder.add(phrase, hasMore: hasMore)
            }
        }
        return builder.scene
    }

    private init(realiser: Realiser, text: Substring.UTF8View) {
        self.realiser = realiser
        self.text = text
    }

    // MARK: Fragments

    private mutating func add(_ phrase: NounPhrase, hasMore: Bool) {
        let kind = phrase.sense?.kind
        if phrase.role == .excluded { return exclude(phrase) }
        if phrase.role == .quoted { return show(phrase.lexeme) }
        if phrase.lexeme.isVerbatim, phrase.count != nil {
            return add(realiser.single(phrase, .full), to: .time, extent(of: phrase))
        }
        if isFigure(phrase) { return }
        if let (shown, camera) = phrase.shot {
            for inner in shown { add(inner, hasMore: false) }
            return add(camera, hasMore: true)
        }
        if kind == .frame || phrase.sense?.grammar.has("thing") == true { return unwrap(phrase) }
        if kind?.isAnimate != true, kind?.slot != nil {
            for other in phrase.others { add(other, hasMore: hasMore) }
        }
        if let slot = kind?.slot,
            hasMore || kind == .camera || kind == .style || kind == .mood || kind == .audio
        {
            add(realiser.single(phrase, .full), to: slot, extent(of: phrase))
            return addNested(in: phrase)
        }
        if phrase.relation != nil {
            return add(realiser.located(phrase), to: .place, extent(of: phrase))
        }
        if phrase.role == .at || phrase.role == .from, kind?.isPlace == true, hasMore {
            let preposition = phrase.sense?.preposition ?? "in"
            let words = (preposition == "-" ? "" : preposition + " ") + realiser.single(phrase, .full)
            return add(words, to: .place, extent(of: phrase))
        }
        if phrase.sense == nil, realiser.lexicon.adverbs[phrase.lexeme.key] != nil { return }
        addSubject(phrase)
    }

    /// A number alone shows nothing.
    private func isFigure(_ phrase: NounPhrase) -> Bool {
        phrase.sense == nil && phrase.modifiers.isEmpty
            && !phrase.lexeme.text.unicodeScalars.contains {
                $0.properties.isAlphabetic || $0.value >= 0x2190
            }
    }

    /// 춤추는 커플의 밝은 영상: the video itself is no content, what it shows is.
    private mutating func unwrap(_ phrase: NounPhrase) {
        for modifier in phrase.modifiers {
            switch modifier {
            case .clause(let clause): unwrap(clause)
            case .compound(let inner), .genitive(let inner): add(inner, hasMore: true)
            case .located(let inner): addLocated(inner)
            case .excluded(let inner, _): exclude(inner)
            case .inscription(let quote): show(quote)
            case .determiner: break
            }
        }
    }

    private mutating func unwrap(_ clause: Clause) {
        if clause.sense?.adjunct != nil { return addAdjunct(clause) }
        guard clause.sense?.isAdjective == true, clause.subject == nil else { return add(clause) }
        let slot = clause.sense?.slot ?? .style
        let english = realiser.english(of: clause)
        if clause.ending.isNegated {
            return scene.exclusions.append(phrase(english, extent(of: clause)))
        }
        add(slot == .light ? english + " light" : english, to: slot, extent(of: clause))
    }

    // MARK: Subjects

    /// Adds the noun, with those joined to it, and what they do.
    @discardableResult
    mutating func addSubject(_ phrase: NounPhrase) -> Int {
        guard phrase.sense?.kind.isAnimate == true else {
            for other in phrase.others { addOne(other) }
            return addOne(phrase)
        }
        // Who acts together is one subject: "a man and a woman".
        let index = addOne(phrase)
        if !phrase.others.isEmpty {
            scene.subjects[index].phrase = self.phrase(realiser.noun(phrase, .core), extent(of: phrase))
        }
        for other in phrase.others { addDetails(of: other, subject: index) }
        return index
    }

    @discardableResult
    private mutating func addOne(_ phrase: NounPhrase) -> Int {
        let looks = phrase.modifiers.compactMap { modifier -> Phrase? in
            guard case .clause(let clause) = modifier,
                case .before(let look, _) = realiser.attachment(of: clause, to: phrase)
            else { return nil }
            return self.phrase(look, extent(of: clause))
        }
        let index = scene.subjects.count
        nouns.append(phrase.lexeme.start)
        scene.subjects.append(
            Subject(
                phrase: self.phrase(realiser.single(phrase, .core), extent(of: phrase)),
                name: realiser.name(phrase), kind: phrase.sense?.kind.subjectKind ?? .object,
                count: phrase.count?.value, looks: looks))
        lastSubject = index
        if let implied = phrase.sense?.grammar["implies"], scene.time.isEmpty {
            scene.time.append(Phrase(implied, certainty: .inferred))
        }
        addDetails(of: phrase, subject: index)
        return index
    }

    /// Sorts what a noun's modifiers say.
    private mutating func addDetails(of phrase: NounPhrase, subject: Int?) {
        for modifier in phrase.modifiers {
            switch modifier {
            case .clause(let clause): addDetail(clause, of: phrase, subject: subject)
            case .located(let inner): addLocated(inner)
            case .excluded(let inner, _): exclude(inner)
            case .inscription(let quote): if !phrase.isCalled { show(quote) }
            case .compound(let inner), .genitive(let inner): addNested(in: inner)
            case .determiner: break
            }
        }
    }

    private mutating func addDetail(_ clause: Clause, of phrase: NounPhrase, subject: Int?) {
        if clause.sense?.adjunct != nil { return addAdjunct(clause) }
        let isQuality = clause.sense?.isAdjective == true || clause.lexeme.key == "이다"
        if isQuality { return addAdjuncts(of: clause) }
        if clause.lexeme.key == "있다" {
            if let owned = clause.subject { addNested(in: owned) }
            return addAdjuncts(of: clause)
        }
        guard let subject, clause.subject == nil else {
            if clause.subject != nil, phrase.sense?.kind.isPlace == true {
                add(clause)
            } else {
                addAdjuncts(of: clause)
            }
            return
        }
        for before in clause.chain { addAction(before, subject: subject) }
        if case .after(_, true) = realiser.attachment(of: clause, to: phrase) {
            return addAdjuncts(of: clause)
        }
        addAction(clause, subject: subject)
    }

    // MARK: Clauses

    private mutating func add(_ clause: Clause) {
        for before in clause.chain {
            var before = before
            if before.subject == nil, let subject = clause.subject, scene.subjects.isEmpty {
                before.arguments.insert(subject, at: 0)
                add(before)
            } else {
                add(before)
            }
        }
        if let slot = clause.sense?.slot, clause.sense?.adjunct != nil, Self.spoken.contains(slot) {
            return addAdjunct(clause)
        }
        if clause.lexeme.key == "없다", let missing = clause.subject { return exclude(missing) }
        if let complement = clause.argument(.complement), clause.subject == nil {
            addAdjuncts(of: clause)
            return clause.lexeme.key == "이다" ? add(complement, hasMore: true) : exclude(complement)
        }
        if clause.subject?.lexeme.key == "카메라" { return addCamera(clause) }
        let known = clause.subject.flatMap { subject in
            nouns.firstIndex(of: subject.lexeme.start)
        }
        let subject = known ?? clause.subject.map { addSubject($0) } ?? lastSubject
        if ["있다"].contains(clause.lexeme.key) { return addAdjuncts(of: clause) }
        addAction(clause, subject: subject)
    }

    private mutating func addAction(_ clause: Clause, subject: Int?) {
        var core = clause
        core.chain = []
        core.arguments.removeAll { $0.role == .subject }
        if core.arguments.first?.role == .topic { core.arguments.removeFirst() }
        core.arguments = core.arguments.map(\.withoutAdjuncts)
        var words = realiser.verbPhrase(core, .participle, withAdjuncts: false)
        if clause.sense?.isAdjective == true, words.isEmpty == false { words = "being " + words }
        if !words.isEmpty {
            scene.actions.append(Action(phrase: phrase(words, ownExtent(of: clause)), subject: subject))
        }
        if clause.ending.isNegated, clause.sense?.isAdjective != true {
            let unwanted = realiser.forms.participle(realiser.english(of: clause))
            scene.exclusions.append(phrase(unwanted, extent(of: clause)))
        }
        addAdjuncts(of: clause)
    }

    /// The verb with its objects and adverbs, without who does it, where and when.
    func ownExtent(of clause: Clause) -> Extent {
        let others = clause.arguments.filter { argument in
            guard argument.role != .topic else { return true }
            if case .inside = realiser.placement(of: argument, in: clause) { return false }
            return true
        }
        let border = others.map(\.lexeme.end).max() ?? 0
        var own = Extent(clause.lexeme.start..<clause.lexeme.end)
        own.unknown = extent(of: clause).unknown
        let inside = clause.arguments.map(\.lexeme) + clause.adverbs
        for lexeme in inside where lexeme.start >= border { own.join(Extent(lexeme.start..<lexeme.end)) }
        return own
    }

    private mutating func addAdjuncts(of clause: Clause) {
        for argument in clause.arguments {
            if case .adjunct(let slot, let words) = realiser.placement(
                of: argument.withoutAdjuncts, in: clause)
            {
                add(words, to: slot, extent(of: argument))
            }
            if argument.role == .quoted, !Parser.speech.contains(clause.lexeme.key) { show(argument.lexeme) }
            if argument.role != .subject, argument.role != .topic { addNested(in: argument) }
        }
        for excluded in clause.exclusions { exclude(excluded) }
    }
}
