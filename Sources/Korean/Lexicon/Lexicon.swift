import Foundation

/// The words of the trade in both languages, read from `data/lexicon`.
package struct Lexicon: Sendable {
    /// The lexicon's date, such as `2026-11-21`.
    package let version: String
    var nouns: [String: [NounSense]] = [:]
    var predicates: [String: [PredicateSense]] = [:]
    var adverbs: [String: Entry] = [:]
    var determiners: [String: Entry] = [:]
    var counters: [String: Entry] = [:]
    /// Nouns of position, such as 위, with their preposition.
    var relations: [String: Entry] = [:]
    /// Verbs that work as prepositions, such as 위하다.
    var postpositions: [String: Entry] = [:]
    var irregularVerbs: [String: IrregularVerb] = [:]
    /// Slots of English words and phrases in lower case.
    var englishSlots: [String: NounKind] = [:]
    /// Kinds of English nouns in lower case.
    var englishKinds: [String: NounKind] = [:]

    /// A word whose English needs no more than a text and flags.
    struct Entry: Sendable {
        let english: String
        let grammar: Grammar
    }

    /// The forms that no rule makes.
    struct IrregularVerb: Sendable {
        let past: String
        let participle: String
    }

    /// Reads all `*.tsv` files of the folder and the file `VERSION`.
    ///
    /// - Throws: ``LexiconError`` naming the file and line.
    package init(folder: String) throws(LexiconError) {
        guard let version = try? String(contentsOfFile: folder + "/VERSION", encoding: .utf8) else {
            throw Self.missing(folder)
        }
        self.version = version.trimmingCharacters(in: .whitespacesAndNewlines)
        var rows: [LexiconFile.Row] = []
        for name in try Self.fileNames(in: folder) {
            rows += try LexiconFile.rows(of: Self.text(of: name, in: folder), file: name)
        }
        // Growing tables hash every Korean word anew, which is most of the time that loading takes.
        nouns.reserveCapacity(rows.count)
        predicates.reserveCapacity(rows.count / 2)
        englishKinds.reserveCapacity(rows.count)
        for row in rows { try add(row) }
    }

    /// The names of its files, in the order in which their senses are tried.
    static func fileNames(in folder: String) throws(LexiconError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw missing(folder)
        }
        return names.filter { $0.hasSuffix(".tsv") }.sorted()
    }

    static func text(of name: String, in folder: String) throws(LexiconError) -> String {
        guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else {
            throw LexiconError(file: name, line: nil, reason: "expected readable UTF-8")
        }
        return text
    }

    private static func missing(_ folder: String) -> LexiconError {
        LexiconError(file: folder, line: nil, reason: "expected the lexicon's files with a file VERSION")
    }

    /// How many lemmas it holds.
    package var count: Int {
        nouns.count + predicates.count + adverbs.count + determiners.count + counters.count
            + relations.count
    }

    private mutating func add(_ row: LexiconFile.Row) throws(LexiconError) {
        let key = row.key
        let entry = Entry(english: row.english, grammar: row.grammar)
        switch row.section {
        case "noun", "name": try addNoun(row)
        case "verb": predicates[key, default: []].append(try sense(row, order: nil))
        case "adjective":
            guard let order = row.grammar["order"].flatMap(AdjectiveOrder.init) else {
                throw row.error("expected order= with one of \(AdjectiveOrder.allCases.map(\.rawValue))")
            }
            predicates[key, default: []].append(try sense(row, order: order))
            if let slot = row.grammar["slot"].flatMap(NounKind.init) { englishSlots[row.english] = slot }
        case "adverb": adverbs[key] = entry
        case "determiner": determiners[key] = entry
        case "counter": counters[key] = entry
        case "relation": relations[key] = entry
        case "postposition": postpositions[key] = entry
        case "irregular":
            irregularVerbs[row.korean] = IrregularVerb(
                past: row.english, participle: row.grammar.keys.first ?? row.english)
        default: throw row.error("unknown section [\(row.section)]")
        }
    }

    private mutating func addNoun(_ row: LexiconFile.Row) throws(LexiconError) {
        guard let kind = row.grammar["kind"].flatMap(NounKind.init) else {
            throw row.error("expected kind= with one of \(NounKind.allCases.map(\.rawValue))")
        }
        nouns[row.key, default: []].append(
            NounSense(
                english: row.english, kind: kind, grammar: row.grammar, condition: try row.condition()))
        // Most words are in lower case already, and lowercased() is slow.
        let isLower = row.english.utf8.allSatisfy { $0 < UInt8(ascii: "A") || $0 > UInt8(ascii: "Z") }
        let english = isLower ? row.english : row.english.lowercased()
        if kind.slot != nil { englishSlots[english] = kind }
        if englishKinds[english] == nil { englishKinds[english] = kind }
    }

    private func sense(_ row: LexiconFile.Row, order: AdjectiveOrder?) throws(LexiconError)
        -> PredicateSense
    {
        if let slot = row.grammar["slot"], Slot(rawValue: slot) == nil {
            throw row.error("unknown slot \(slot)")
        }
        return PredicateSense(
            english: row.english, order: order, grammar: row.grammar, condition: try row.condition())
    }
}
