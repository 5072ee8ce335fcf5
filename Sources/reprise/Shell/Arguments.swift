import Domain

/// The words behind a command, sorted into options and operands.
struct Arguments: Sendable, Equatable {
    /// What a command takes besides the settings.
    struct Grammar: Sendable {
        /// Long options that take a value, such as `model`.
        var options: Set<String> = []
        /// Long options that stand alone, such as `json`.
        var flags: Set<String> = []
        /// Short forms, such as `o` for `output`.
        var shortForms: [Character: String] = [:]
        /// How many operands there may be.
        var operands: ClosedRange<Int> = 0...0
    }

    private(set) var options: [String: String] = [:]
    private(set) var flags: Set<String> = []
    private(set) var operands: [String] = []

    /// Sorts the words.
    ///
    /// `--name value`, `--name=value` and `-n value` are the same; `--` ends the options.
    ///
    /// - Throws: ``InputError`` naming the word that does not fit.
    init(_ words: [String], grammar: Grammar) throws(InputError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            try take(word, rest: &rest, grammar: grammar)
        }
        guard grammar.operands.contains(operands.count) else {
            throw operands.count < grammar.operands.lowerBound
                ? InputError(field: "arguments", code: .missing, expected: "what the usage line says")
                : InputError(field: operands.last ?? "", code: .unknownValue, expected: "fewer arguments")
        }
    }

    private mutating func take(_ word: String, rest: inout ArraySlice<String>, grammar: Grammar)
        throws(InputError)
    {
        let (name, attached) = Self.split(word, shortForms: grammar.shortForms)
        if grammar.flags.contains(name), attached == nil {
            flags.insert(name)
        } else if grammar.options.contains(name) || Setting.all.contains(where: { $0.option == name }) {
            guard let value = attached ?? rest.popFirst() else {
                throw InputError(field: word, code: .missing, expected: "a value behind it")
            }
            guard options.updateValue(value, forKey: name) == nil else {
                throw InputError(field: word, code: .repeated, expected: "it once")
            }
        } else {
            throw InputError(field: word, code: .unknownValue, expected: "an option that --help lists")
        }
    }

    private static func split(_ word: String, shortForms: [Character: String]) -> (String, String?) {
        guard word.hasPrefix("--") else {
            let letter = word.dropFirst().first ?? "-"
            let value = word.dropFirst(2)
            return (shortForms[letter] ?? String(word.dropFirst()), value.isEmpty ? nil : String(value))
        }
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count == 2 ? String(parts[1]) : nil)
    }

    /// Returns the whole number of an option.
    ///
    /// - Throws: ``InputError`` when it is no number of that range.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(InputError) -> Int? {
        guard let text = options[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw InputError(
                field: "--\(name)", code: .outOfRange,
                expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
