import Domain

extension SceneBuilder {
    /// The slots that are told apart from who does what, also in a sentence.
    static let spoken: Set<Slot> = [.weather, .time, .camera]

    /// 눈 내리는, 드론 샷으로 찍은: a clause that is no event of its own but weather, time or camera.
    mutating func addAdjunct(_ clause: Clause) {
        let slot = clause.sense?.slot ?? .weather
        if clause.ending.isNegated {
            if slot == .weather, let unseen = clause.subject { return exclude(unseen) }
            return add(realiser.adjunct(clause), to: slot, extent(of: clause))
        }
        if let adjunct = clause.sense?.adjunct, adjunct != "-" { add(adjunct, to: slot, extent(of: clause)) }
        for argument in clause.arguments where slot == .camera {
            if case .adjunct(let place, let words) = realiser.placement(of: argument, in: clause) {
                let own = argument.sense?.kind.slot
                let english = own == nil ? words : realiser.single(argument, .full)
                add(english, to: own ?? (place == .place ? .camera : place), extent(of: argument))
            } else if case .inside(let words) = realiser.placement(of: argument, in: clause) {
                add(words, to: .camera, extent(of: argument))
            }
        }
        for argument in clause.arguments { addNested(in: argument) }
    }

    /// 카메라가 강아지를 따라간다: the camera moves, and what it sees is the subject.
    mutating func addCamera(_ clause: Clause) {
        var own = clause
        own.chain = []
        own.arguments.removeAll { $0.role == .subject || $0.role == .topic }
        add("camera " + realiser.verbPhrase(own, .participle), to: .camera, extent(of: clause))
        for argument in own.arguments {
            if argument.role == .object { addSubject(argument) } else { addNested(in: argument) }
        }
    }

    /// 나무 아래의; a camera word goes to the camera.
    mutating func addLocated(_ phrase: NounPhrase) {
        if let slot = phrase.sense?.kind.slot, slot == .camera || slot == .style {
            add(realiser.single(phrase, .full), to: slot, extent(of: phrase))
        } else if phrase.isSpatial {
            add(realiser.located(phrase.withoutAdjuncts), to: .place, extent(of: phrase))
        }
        addNested(in: phrase)
    }

    /// What a noun that is said in full holds for other slots; its events are said with it.
    mutating func addNested(in phrase: NounPhrase) {
        for modifier in phrase.modifiers {
            switch modifier {
            case .clause(let clause) where clause.isAdjunct: addAdjunct(clause)
            case .clause(let clause):
                for argument in clause.arguments { addNested(in: argument) }
                for excluded in clause.exclusions { exclude(excluded) }
            case .located(let inner), .compound(let inner), .genitive(let inner): addNested(in: inner)
            case .excluded(let inner, _): exclude(inner)
            case .inscription(let quote): if !phrase.isCalled { show(quote) }
            case .determiner: break
            }
        }
    }

    mutating func exclude(_ phrase: NounPhrase) {
        var last = phrase
        last.others = []
        for one in phrase.others + [last] {
            scene.exclusions.append(self.phrase(realiser.bare(one), extent(of: one)))
        }
    }

    mutating func show(_ quote: Lexeme) {
        scene.onScreenText.append(phrase(quote.key, Extent(quote.start..<quote.end)))
    }

    mutating func add(_ words: String, to slot: Slot, _ extent: Extent) {
        scene[slot].append(phrase(words, extent))
    }

    /// The English with its words of the idea; an unknown word is named by the first phrase alone.
    mutating func phrase(_ words: String, _ extent: Extent) -> Phrase {
        let unknown = extent.unknown.filter {
            says(words, $0) && reported.insert($0.lowerBound).inserted
        }
        var range = extent.range
        if let first = unknown.first, let last = unknown.last {
            range = first.lowerBound..<max(first.upperBound, last.upperBound)
        }
        return Phrase(
            words, source: SourceSpan(start: range.lowerBound, end: range.upperBound, text: slice(range)),
            certainty: unknown.isEmpty ? extent.certainty : .notUnderstood)
    }

    /// Whether the English spells the unknown word out; its ending may have changed.
    private func says(_ words: String, _ unknown: Range<Int>) -> Bool {
        let name = slice(unknown)
        return words.lowercased().contains(Romanization.romanized(name).prefix(3))
            || Romanization.person(name).map(words.contains) == true
    }

    private func slice(_ range: Range<Int>) -> String {
        let start = text.index(text.startIndex, offsetBy: range.lowerBound)
        return String(Substring(text[start..<text.index(start, offsetBy: range.count)]))
    }
}
