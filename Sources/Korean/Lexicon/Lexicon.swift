import Foundation

/// The words of the trade in both languages, read from `data/lexicon`.
package struct Lexicon: Sendable {
    /// The lexicon's date, such as `2026-11-21`.
    package let version: String
    let nouns: LexiconTable<[NounSense]>
    let predicates: LexiconTable<[PredicateSense]>
    let adverbs: LexiconTable<Entry>
    let determiners: LexiconTable<Entry>
    let counters: LexiconTable<Entry>
    /// Nouns of position, such as 위, with their preposition.
    let relations: LexiconTable<Entry>
    /// Verbs that work as prepositions, such as 위하다.
    let postpositions: LexiconTable<Entry>
    let irregularVerbs: [String: IrregularVerb]
    /// Slots of English words and phrases.
    let englishSlots: LexiconTable<NounKind?>
    /// Meanings of English nouns.
    let englishNouns: LexiconTable<NounSense?>

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
        var source = LexiconSource()
        for name in try Self.fileNames(in: folder) {
            try source.add(Self.bytes(of: name, in: folder), file: name)
        }
        func entries(_ part: PartOfSpeech) -> LexiconTable<Entry> {
            LexiconTable(source, parts: [part]) { rows in
                // The last row wins, as a correction of those before.
                Entry(english: rows.last?.english ?? "", grammar: rows.last?.grammar ?? Grammar())
            }
        }
        nouns = LexiconTable(source, parts: [.noun, .name]) { $0.compactMap(NounSense.init) }
        predicates = LexiconTable(source, parts: [.verb, .adjective]) { $0.map(PredicateSense.init) }
        adverbs = entries(.adverb)
        determiners = entries(.determiner)
        counters = entries(.counter)
        relations = entries(.relation)
        postpositions = entries(.postposition)
        irregularVerbs = Self.irregularVerbs(in: source)
        englishSlots = LexiconTable(source, .english, parts: [.noun, .name, .adjective]) { rows in
            rows.last { $0.slotKind != nil }?.slotKind
        }
        englishNouns = LexiconTable(source, .english, parts: [.noun, .name]) { rows in
            rows.first.flatMap(NounSense.init)
        }
    }

    /// The names of its files, in the order in which their senses are tried.
    static func fileNames(in folder: String) throws(LexiconError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw missing(folder)
        }
        return names.filter { $0.hasSuffix(".tsv") }.sorted()
    }

    static func bytes(of name: String, in folder: String) throws(LexiconError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name),
            String(validating: data, as: UTF8.self) != nil
        else {
            throw LexiconError(file: name, line: nil, reason: "expected readable UTF-8")
        }
        return Array(data)
    }

    private static func missing(_ folder: String) -> LexiconError {
        LexiconError(file: folder, line: nil, reason: "expected the lexicon's files with a file VERSION")
    }

    /// How many lemmas it holds.
    package var count: Int {
        nouns.count + predicates.count + adverbs.count + determiners.count + counters.count
            + relations.count
    }

    private static func irregularVerbs(in source: LexiconSource) -> [String: IrregularVerb] {
        var found: [String: IrregularVerb] = [:]
        for line in source.lines(of: [.irregular]) {
            let row = source.row(line)
            found[row.korean] = IrregularVerb(
                past: row.english, participle: row.grammar.keys.first ?? row.english)
        }
        return found
    }
}

extension LexiconFile.Row {
    /// The slot of what it names or describes; nil for content.
    var slotKind: NounKind? {
        if section == PartOfSpeech.adjective.rawValue { return grammar["slot"].flatMap(NounKind.init) }
        return grammar["kind"].flatMap(NounKind.init).flatMap { $0.slot == nil ? nil : $0 }
    }
}
