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
        var key: String { korean.filter { $0 != " " } }

        func error(_ reason: String) -> LexiconError { LexiconError(file: file, line: line, reason: reason) }

        func condition() throws(LexiconError) -> Condition {
            guard let condition = Condition(when) else {
                throw error("expected a condition such as 을:기타|instrument")
            }
            return condition
        }
    }

    static func rows(of text: String, file: String) throws(LexiconError) -> [Row] {
        var rows: [Row] = []
        var section = ""
        var defaults: Substring = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            switch line.utf8.first {
            case nil, UInt8(ascii: "#"): continue
            case UInt8(ascii: "["):
                let inside = line.dropFirst().prefix { $0 != "]" }
                section = String(inside.prefix { $0 != " " })
                defaults = inside.drop { $0 != " " }
            default:
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard (2...4).contains(columns.count), !columns[0].isEmpty, !columns[1].isEmpty else {
                    throw LexiconError(
                        file: file, line: index + 1,
                        reason: "expected 2 to 4 columns: Korean, English, grammar, condition")
                }
                rows.append(
                    Row(
                        file: file, line: index + 1, section: section, korean: String(columns[0]),
                        english: String(columns[1]),
                        grammar: Grammar(defaults, columns.count > 2 ? columns[2] : ""),
                        when: columns.count > 3 ? columns[3] : ""))
            }
        }
        return rows
    }
}
