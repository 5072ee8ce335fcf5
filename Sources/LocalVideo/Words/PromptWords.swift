/// A prompt cut into words in lower case and marks that end a phrase.
struct PromptWords {
    struct Word: Hashable {
        let text: String
        /// Whether a comma or the end of a sentence stands before it.
        let startsPhrase: Bool
        let startsSentence: Bool
        /// Whether the prompt says that this is not to be seen.
        var isNegated = false
    }

    private(set) var words: [Word] = []

    /// Reads any text; letters of other scripts are words as well.
    init(_ text: String) {
        var current = ""
        var (startsPhrase, startsSentence) = (true, true)
        func finish() {
            guard !current.isEmpty else { return }
            words.append(Word(text: current, startsPhrase: startsPhrase, startsSentence: startsSentence))
            current = ""
            (startsPhrase, startsSentence) = (false, false)
        }
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                current.unicodeScalars.append(scalar)
            } else if scalar == "'" || scalar == "’" {
                current.unicodeScalars.append("'")
            } else {
                finish()
                if ",.;:!?()\n".unicodeScalars.contains(scalar) { startsPhrase = true }
                if ".!?\n".unicodeScalars.contains(scalar) { startsSentence = true }
            }
        }
        finish()
        markNegations()
    }

    private static let negators: Set<String> = [
        "not", "no", "without", "never", "nor", "excluding", "except", "minus", "isn't", "aren't", "don't",
        "doesn't", "avoid", "lacking", "neither",
    ]

    // A negation reaches to the end of its phrase, but not over a "but" or a new thing's verb.
    private mutating func markNegations() {
        var isNegated = false
        for index in words.indices {
            let word = words[index]
            if word.startsPhrase || ["but", "while", "with", "though"].contains(word.text) {
                isNegated = false
            }
            if Self.negators.contains(word.text) || isPair(index, "instead", "of")
                || isPair(index, "rather", "than")
            {
                isNegated = !isPair(index, "not", "only") && !isPair(index, "no", "longer")
            }
            words[index].isNegated = isNegated
        }
    }

    private func isPair(_ index: Int, _ first: String, _ second: String) -> Bool {
        words[index].text == first && index + 1 < words.count && words[index + 1].text == second
    }

    /// The forms under which a word may stand in a table, the likeliest first.
    static func bases(of word: String) -> [String] {
        var bases = [word]
        if let irregular = irregular[word] { bases.append(irregular) }
        for (ending, others) in endings where word.hasSuffix(ending) && word.count > ending.count + 1 {
            let stem = String(word.dropLast(ending.count))
            bases += others.map { stem + $0 }
            // running: the consonant was doubled.
            if others.contains(""), ending != "s", let last = stem.last, stem.dropLast().last == last {
                bases.append(String(stem.dropLast()))
            }
        }
        return bases
    }

    private static let endings: [(String, [String])] = [
        ("'s", [""]), ("ies", ["y", "ie"]), ("ves", ["f", "fe"]), ("es", ["", "e"]), ("s", [""]),
        ("ing", ["", "e"]), ("ed", ["", "e"]), ("er", ["", "e"]),
    ]

    private static let irregular = [
        "men": "man", "women": "woman", "wolves": "wolf", "ran": "run", "flew": "fly", "flown": "fly",
        "swam": "swim", "sat": "sit", "slept": "sleep", "lying": "lie", "stood": "stand", "rode": "ride",
        "drove": "drive", "leaves": "leaf", "geese": "duck", "goose": "duck", "mice": "mouse",
    ]
}

extension String {
    /// Takes what stands in double quotes out of a text: words to be read, not things to be seen.
    func cutQuotations() -> (rest: String, quoted: [String]) {
        var (rest, quoted, current) = ("", [String](), String?.none)
        for character in self {
            if "\"“”„「」『』".contains(character) {
                if let text = current {
                    if !text.isEmpty { quoted.append(text) }
                    current = nil
                } else {
                    current = ""
                }
            } else if current != nil {
                current?.append(character)
            } else {
                rest.append(character)
            }
        }
        // A quotation that never ends is none.
        if let current { rest += current }
        return (rest, quoted)
    }
}
