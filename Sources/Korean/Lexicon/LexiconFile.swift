/// Reads one lexicon file: sections such as `[noun kind=animal; mass]`, then rows of tab-separated
/// columns (Korean, English, grammar, condition); `#` starts a comment line.
enum LexiconFile {
    /// One entry with the section it stands in.
    struct Row {
        let file: String
        let line: Int
        let section: String
        let korean: String
        let english: String
        let grammar: Grammar
        let when: Substring

        /// The Korean without spaces, as words are looked up.
        var key: String {
            korean.utf8.contains(UInt8(ascii: " ")) ? korean.filter { $0 != " " } : korean
        }

        func error(_ reason: String) -> LexiconError { LexiconError(file: file, line: line, reason: reason) }

        func condition() throws(LexiconError) -> Condition {
            guard let condition = Condition(when) else {
                throw error("expected a condition such as 을:기타|instrument")
            }
            return condition
        }
    }

    /// Reads the rows of one file.
    ///
    /// - Throws: ``LexiconError`` when a row has the wrong columns.
    static func rows(of text: String, file: String) throws(LexiconError) -> [Row] {
        var rows: [Row] = []
        var section = ""
        var shared = Grammar(""[...].utf8)
        // Few grammars serve many rows.
        var grammars: [Substring: Grammar] = [:]
        // Over bytes: comparing graphemes costs ten times as much.
        let lines = text[...].utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            switch line.first {
            case nil, UInt8(ascii: "#"): continue
            case UInt8(ascii: "["):
                let inside = line.dropFirst().prefix { $0 != UInt8(ascii: "]") }
                let name = inside.prefix { $0 != UInt8(ascii: " ") }
                section = String(Substring(name))
                shared = Grammar(inside.dropFirst(name.count))
                grammars = [:]
            default:
                let columns = try columns(of: line, file: file, line: index + 1)
                var grammar = shared
                if columns.count > 2, !columns[2].isEmpty {
                    let text = Substring(columns[2])
                    grammar = grammars[text] ?? Grammar(columns[2], over: shared)
                    grammars[text] = grammar
                }
                rows.append(
                    Row(
                        file: file, line: index + 1, section: section, korean: String(Substring(columns[0])),
                        english: String(Substring(columns[1])), grammar: grammar,
                        when: columns.count > 3 ? Substring(columns[3]) : ""))
            }
        }
        return rows
    }

    private static func columns(
        of text: Substring.UTF8View, file: String, line: Int
    ) throws(LexiconError) -> [Substring.UTF8View] {
        let columns = text.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        guard (2...4).contains(columns.count), !columns[0].isEmpty, !columns[1].isEmpty else {
            throw LexiconError(
                file: file, line: line,
                reason: "expected 2 to 4 columns: Korean, English, grammar, condition")
        }
        return columns
    }
}
