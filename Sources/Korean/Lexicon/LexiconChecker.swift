import Foundation

/// Reads the lexicon's files as an editor would: what stands there twice, what can never be chosen, which
/// verb lacks its frame, and which English form comes out wrong.
package struct LexiconChecker {
    /// Something that is to be mended, and where.
    package struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// The file's name.
        package let file: String
        /// The line, from 1.
        package let line: Int
        /// A sentence that names the word and what is wrong with it.
        package let reason: String

        package var description: String { "\(file):\(line): \(reason)" }

        init(_ row: LexiconFile.Row, _ reason: String) {
            file = row.file
            line = row.line
            self.reason = "\(row.korean): \(reason)"
        }
    }

    /// What is wrong, in the order of the files.
    package let findings: [Finding]
    /// How many lemmas each field and part of speech has.
    package let census: LexiconCensus

    /// Checks all files of the folder.
    ///
    /// - Throws: ``LexiconError`` when the lexicon cannot be loaded at all.
    package init(folder: String) throws(LexiconError) {
        let lexicon = try Lexicon(folder: folder)
        var source = LexiconSource()
        for name in try Lexicon.fileNames(in: folder) {
            try source.add(Lexicon.bytes(of: name, in: folder), file: name)
        }
        self.init(rows: source.lines.indices.map(source.row), lexicon: lexicon)
    }

    init(rows: [LexiconFile.Row], lexicon: Lexicon) {
        census = LexiconCensus(rows)
        let forms = FormCheck(lexicon: lexicon)
        var company = CompanyCheck()
        findings = rows.flatMap { row in
            (TextCheck.complaints(about: row) + GrammarCheck.complaints(about: row)
                + FrameCheck.complaints(about: row) + forms.complaints(about: row)
                + company.complaints(about: row))
                .map { Finding(row, $0) }
        }
    }
}

extension LexiconFile.Row {
    var isNoun: Bool { section == "noun" || section == "name" }
    var isVerb: Bool { section == "verb" }
    var isPredicate: Bool { isVerb || section == "adjective" }

    /// The table in which the row is looked up; verbs and adjectives share one.
    var table: String { isNoun ? "noun" : isPredicate ? "predicate" : section }
}
