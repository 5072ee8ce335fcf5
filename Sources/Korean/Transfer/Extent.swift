import Domain

/// The part of the idea that a piece of the tree covers, and how sure its words are.
struct Extent {
    var range: Range<Int>
    var certainty = Certainty.translated
    /// The words in it that no lexicon knows.
    var unknown: [Range<Int>] = []

    init(_ range: Range<Int>) { self.range = range }

    mutating func join(_ other: Extent) {
        range = min(range.lowerBound, other.range.lowerBound)..<max(range.upperBound, other.range.upperBound)
        unknown = (unknown + other.unknown).sorted { $0.lowerBound < $1.lowerBound }
        if other.certainty == .inferred { certainty = .inferred }
    }
}

func extent(of phrase: NounPhrase) -> Extent {
    var extent = Extent(phrase.lexeme.start..<phrase.lexeme.end)
    if phrase.sense == nil, !phrase.lexeme.isVerbatim, phrase.nominalized.isEmpty {
        extent.unknown = [extent.range]
    }
    for other in phrase.others { extent.join(Korean.extent(of: other)) }
    for lexeme in phrase.count?.lexemes ?? [] { extent.join(Extent(lexeme.start..<lexeme.end)) }
    for modifier in phrase.modifiers {
        switch modifier {
        case .determiner(let lexeme), .inscription(let lexeme): extent.join(Extent(lexeme.start..<lexeme.end))
        case .clause(let clause): extent.join(Korean.extent(of: clause))
        case .genitive(let inner), .compound(let inner), .located(let inner):
            extent.join(Korean.extent(of: inner))
        case .excluded(let inner, _): extent.join(Korean.extent(of: inner))
        }
    }
    return extent
}

func extent(of clause: Clause) -> Extent {
    var extent = Extent(clause.lexeme.start..<clause.lexeme.end)
    if clause.certainty == .notUnderstood {
        extent.unknown = [extent.range]
    } else {
        extent.certainty = clause.certainty
    }
    for adverb in clause.adverbs { extent.join(Extent(adverb.start..<adverb.end)) }
    for argument in clause.arguments where argument.role != .topic {
        extent.join(Korean.extent(of: argument))
    }
    return extent
}
