package import Domain

/// Reads a Korean idea: morphemes → words → clauses → senses → scene and plain English.
package struct KoreanReader: Sendable {
    private let lexicon: Lexicon
    private let realiser: Realiser

    /// Makes a reader over a loaded lexicon, which all readers may share.
    package init(lexicon: Lexicon) {
        self.lexicon = lexicon
        realiser = Realiser(lexicon: lexicon)
    }

    /// Understands the idea as far as the lexicon goes; what it does not know is romanised and marked.
    ///
    /// - Parameters:
    ///   - text: The idea in NFC.
    ///   - morphemes: What the analyzer made of exactly this text.
    package func read(_ text: String, morphemes: [Morpheme]) -> Understanding {
        let words = WordBuilder.words(of: Atom.atoms(of: morphemes), in: text, lexicon: lexicon)
        let resolver = Resolver(lexicon: lexicon, near: Set(words.map(\.lexeme.key)))
        return understanding(
            of: text, words: words, Parser.statements(of: words, lexicon: lexicon).map(resolver.resolved))
    }

    /// Reads the idea and says how every word was understood, and why.
    ///
    /// - Parameters:
    ///   - text: The idea in NFC.
    ///   - morphemes: What the analyzer made of exactly this text.
    package func explanation(of text: String, morphemes: [Morpheme]) -> Explanation {
        let words = WordBuilder.words(of: Atom.atoms(of: morphemes), in: text, lexicon: lexicon)
        let resolver = Resolver(lexicon: lexicon, near: Set(words.map(\.lexeme.key)))
        let statements = Parser.statements(of: words, lexicon: lexicon).map(resolver.resolved)
        let explainer = Explainer(
            lexicon: lexicon, morphemes: morphemes, choices: SenseTrail.choices(in: statements, resolver),
            understanding: understanding(of: text, words: words, statements))
        return explainer.explanation(of: text, words: words)
    }

    private func understanding(of text: String, words: [Word], _ statements: [Statement]) -> Understanding {
        let symbols = words.filter { $0.kind == .symbol }.map(\.lexeme.text)
        let phrases = Glosses(statements, realiser: realiser).phrases(for: words)
        let leftovers = Leftovers(realiser: realiser, absorbed: Glosses.absorbed(in: statements))
        let translation = Translation.text(of: statements, symbols: symbols, realiser: realiser)
        var scene = SceneBuilder.scene(of: statements, in: text, realiser: realiser)
        if scene != Scene() {
            scene.add(leftovers.missing(from: scene.english, words: words, phrases: phrases))
        }
        let unsaid = leftovers.missing(from: translation, words: words, phrases: phrases)
        return Understanding(
            scene: scene,
            translation: Translation.text(translation, with: unsaid.map(\.phrase.text)),
            phrases: phrases, lexiconVersion: lexicon.version)
    }
}
