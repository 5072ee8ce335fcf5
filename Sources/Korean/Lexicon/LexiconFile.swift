/// One lexicon file: sections such as `[noun kind=animal; mass]`, then rows of tab-separated columns
/// (Korean, English, grammar, condition); `#` starts a comment line.
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

        /// When the sense holds; ``LexiconSource`` has checked that it can be read.
        var condition: Condition { Condition(when) ?? Condition() }
    }

    /// Reads the rows of one file.
    ///
    /// - Throws: ``LexiconError`` when a row has the wrong columns, or lacks what its section wants.
    static func rows(of text: String, file: String) throws(LexiconError) -> [Row] {
        var source = LexiconSource()
        try source.add(Array(text.utf8), file: file)
        return source.lines.indices.map(source.row)
    }
}
