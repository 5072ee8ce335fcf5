import Domain

/// Puts together what each stage decided about the words of an idea.
struct Explainer {
    let lexicon: Lexicon
    let morphemes: [Morpheme]
    /// By the first byte of their word.
    let choices: [Int: SenseChoice]
    let understanding: Understanding

    func explanation(of text: String, words: [Word]) -> Explanation {
        let sentences = words.split { $0.kind == .stop }.map { $0.map(explained) }
        return Explanation(
            idea: text, language: .korean, sentences: sentences, understanding: understanding)
    }

    private func explained(_ word: Word) -> ExplainedWord {
        let lexeme = word.lexeme
        let phrase = understanding.phrases.first { $0.source?.start == lexeme.start }
        let choice = choices[lexeme.start]
        let reason = reason(for: word, choice, phrase)
        let isContent = reason != .request && reason != .grammar
        return ExplainedWord(
            source: SourceSpan(start: lexeme.start, end: lexeme.end, text: lexeme.text),
            morphemes: morphemes.filter { $0.start >= lexeme.start && $0.start < end(of: word) }
                .map { ExplainedMorpheme(surface: $0.surface, tag: $0.tag) },
            lemma: choice?.lexeme.key ?? lexeme.key, role: word.role.name,
            english: isContent && phrase?.text != "-" ? phrase?.text : nil,
            certainty: isContent ? phrase?.certainty : nil,
            reason: reason, evidence: choice?.evidence ?? [], sense: choice?.sense,
            alternatives: choice?.alternatives ?? [],
            slots: isContent ? understanding.scene.slots(holding: lexeme.start..<lexeme.end) : [])
    }

    /// The last byte of the word with its particle.
    private func end(of word: Word) -> Int {
        word.particle.isEmpty ? word.lexeme.end : word.lexeme.end + word.particle.utf8.count
    }

    private func reason(for word: Word, _ choice: SenseChoice?, _ phrase: Phrase?) -> SenseReason {
        switch word.kind {
        case .comma, .stop, .filler, .conjunction: return .grammar
        case .quote, .symbol: return .verbatim
        default: break
        }
        if let choice { return choice.isFrame ? .request : choice.reason }
        if word.kind == .predicate, Parser.requested.contains(word.lexeme.key) {
            return isPart(word) ? .grammar : .request
        }
        if phrase?.certainty == .notUnderstood { return .unknown }
        return word.lexeme.isVerbatim ? .verbatim : .fixed
    }

    /// 하다 of 요리를 하다, which is one predicate.
    private func isPart(_ word: Word) -> Bool {
        choices.values.contains {
            $0.lexeme.start < word.lexeme.start && word.lexeme.end <= $0.lexeme.end
                && $0.lexeme.key.hasSuffix(word.lexeme.key)
        }
    }
}
