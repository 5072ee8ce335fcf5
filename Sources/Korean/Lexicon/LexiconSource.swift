/// The lexicon's files as bytes, cut into rows.
///
/// Most words of the lexicon are in no idea of the day. A load therefore only finds and checks the rows; a
/// row is read when its word is looked up.
struct LexiconSource: Sendable {
    /// A bracketed line, and what its rows share.
    struct Section: Sendable {
        let file: String
        let part: PartOfSpeech
        let grammar: Grammar
        /// Whether ``grammar`` has the key that every row of this part of speech needs.
        let isComplete: Bool
        /// Its first row.
        let first: Int
    }

    /// Where a row stands.
    struct Line: Sendable {
        let start: Int
        let end: Int
        /// From 1.
        let number: Int
        let section: Int
        /// The ends of the first two columns.
        let korean: Int
        let english: Int
    }

    private(set) var bytes: [UInt8] = []
    private(set) var sections: [Section] = []
    private(set) var lines: [Line] = []

    /// Cuts one file.
    ///
    /// - Parameter text: UTF-8.
    /// - Throws: ``LexiconError`` when a row has the wrong columns, or lacks what its section wants.
    mutating func add(_ text: [UInt8], file: String) throws(LexiconError) {
        var start = bytes.count
        let end = start + text.count
        bytes += text
        var section: Int?
        var number = 0
        while start < end {
            number += 1
            let stop = position(of: UInt8(ascii: "\n"), from: start, to: end)
            switch bytes[start] {
            case UInt8(ascii: "\n"), UInt8(ascii: "#"): break
            case UInt8(ascii: "["):
                section = sections.count
                sections.append(try self.section(start..<stop, file: file, line: number))
            default:
                lines.append(try line(start..<stop, file: file, number: number, section: section))
            }
            start = stop + 1
        }
    }

    /// The rows of some parts of speech, in the order of the files.
    func lines(of parts: Set<PartOfSpeech>) -> [Int] {
        let ends = sections.dropFirst().map(\.first) + [lines.count]
        return zip(sections, ends).filter { parts.contains($0.0.part) }.flatMap { $0.0.first..<$0.1 }
    }

    /// Reads a row.
    func row(_ index: Int) -> LexiconFile.Row {
        let line = lines[index]
        let section = sections[line.section]
        let third = min(line.english + 1, line.end)..<position(of: tab, from: line.english + 1, to: line.end)
        return LexiconFile.Row(
            file: section.file, line: line.number, section: section.part.rawValue,
            korean: string(line.start..<line.korean), english: string(line.korean + 1..<line.english),
            grammar: third.isEmpty
                ? section.grammar : Grammar(Substring(string(third)).utf8, over: section.grammar),
            when: Substring(string(min(third.upperBound + 1, line.end)..<line.end)))
    }

    // MARK: Bytes

    private var tab: UInt8 { UInt8(ascii: "\t") }

    private func position(of byte: UInt8, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, bytes[index] != byte { index += 1 }
        return min(index, end)
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: Checks

    private func section(_ range: Range<Int>, file: String, line: Int) throws(LexiconError) -> Section {
        let inside = string(
            range.lowerBound
                + 1..<position(of: UInt8(ascii: "]"), from: range.lowerBound, to: range.upperBound))
        let name = inside.prefix { $0 != " " }
        guard let part = PartOfSpeech(rawValue: String(name)) else {
            throw LexiconError(file: file, line: line, reason: "unknown section [\(name)]")
        }
        let grammar = Grammar(inside.dropFirst(name.count).utf8)
        return Section(
            file: file, part: part, grammar: grammar, isComplete: part.complaint(about: grammar) == nil,
            first: lines.count)
    }

    private func line(_ range: Range<Int>, file: String, number: Int, section: Int?) throws(LexiconError)
        -> Line
    {
        let korean = position(of: tab, from: range.lowerBound, to: range.upperBound)
        let english = position(of: tab, from: korean + 1, to: range.upperBound)
        let grammar = position(of: tab, from: english + 1, to: range.upperBound)
        let rest = min(grammar + 1, range.upperBound)..<range.upperBound
        guard korean > range.lowerBound, english > korean + 1, !bytes[rest].contains(tab) else {
            throw LexiconError(
                file: file, line: number,
                reason: "expected 2 to 4 columns: Korean, English, grammar, condition")
        }
        guard let section else {
            throw LexiconError(
                file: file, line: number, reason: "expected a section such as [noun] before it")
        }
        let line = Line(
            start: range.lowerBound, end: range.upperBound, number: number, section: section, korean: korean,
            english: english)
        try check(
            line,
            grammar: min(english + 1, range.upperBound)..<max(grammar, min(english + 1, range.upperBound)),
            condition: rest)
        return line
    }

    /// Holds a row against its part of speech; only rows with a grammar or condition of their own are read.
    private func check(_ line: Line, grammar: Range<Int>, condition: Range<Int>) throws(LexiconError) {
        let section = sections[line.section]
        if !section.isComplete || isDecisive(grammar) {
            let own = Grammar(Substring(string(grammar)).utf8, over: section.grammar)
            if let complaint = section.part.complaint(about: own) {
                throw LexiconError(file: section.file, line: line.number, reason: complaint)
            }
        }
        if !condition.isEmpty, Condition(Substring(string(condition))) == nil {
            throw LexiconError(
                file: section.file, line: line.number,
                reason: "expected a condition such as 을:기타|instrument")
        }
    }

    /// Whether a grammar says which kind, order or slot: k=, o= or s= at the start of a key's name.
    private func isDecisive(_ grammar: Range<Int>) -> Bool {
        var index = grammar.lowerBound
        while index < grammar.upperBound {
            while index < grammar.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
            let end = position(of: UInt8(ascii: ";"), from: index, to: grammar.upperBound)
            for key in Self.decisive where bytes[index..<end].starts(with: key) { return true }
            index = end + 1
        }
        return false
    }

    private static let decisive = ["kind=", "order=", "slot="].map { Array($0.utf8) }
}
