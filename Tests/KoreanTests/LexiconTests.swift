import Foundation
import TestSupport
import Testing

@testable import Korean

@Suite struct LexiconTests {
    private func rows() throws -> [LexiconFile.Row] {
        try FileManager.default.contentsOfDirectory(atPath: Reading.lexiconFolder).sorted()
            .filter { $0.hasSuffix(".tsv") }
            .flatMap { name in
                let text = try String(contentsOfFile: Reading.lexiconFolder + "/" + name, encoding: .utf8)
                return try LexiconFile.rows(of: text, file: name)
            }
    }

    @Test func `it is large and has a version`() throws {
        let lexicon = try Lexicon(folder: Reading.lexiconFolder)
        #expect(lexicon.count >= 3000)
        #expect(lexicon.version.count == 10)
    }

    @Test func `no sense stands there twice`() throws {
        var seen: Set<String> = []
        for row in try rows() {
            let section = ["noun", "name"].contains(row.section) ? "noun" : row.section
            let part = section == "adjective" ? "verb" : section
            let key = "\(part) \(row.key) \(row.when)"
            #expect(seen.insert(key).inserted, "\(row.file):\(row.line) \(row.korean)")
        }
    }

    @Test func `English is plain ASCII and Korean is Korean`() throws {
        for row in try rows() {
            #expect(row.english.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(row.file):\(row.line)")
            #expect(
                row.english == row.english.trimmingCharacters(in: .whitespaces), "\(row.file):\(row.line)")
            #expect(row.korean.precomposedStringWithCanonicalMapping.utf8.elementsEqual(row.korean.utf8))
        }
    }

    @Test func `predicates end as predicates do, and a condition names a role`() throws {
        let roles: Set = ["이", "을", "에", "에서", "로", "와", "에게", "verb", "near", "mod", "head", "open"]
        for row in try rows() {
            if row.section == "verb" { #expect(row.korean.hasSuffix("다"), "\(row.file):\(row.line)") }
            for requirement in try row.condition().requirements {
                #expect(roles.contains(requirement.role), "\(row.file):\(row.line)")
            }
        }
    }

    @Test func `grammar keys are known ones`() throws {
        let known: Set = [
            "kind", "order", "plural", "mass", "count", "plural-only", "bare", "the", "prep", "possessive",
            "object", "pair", "adverbial", "implies", "thing", "intransitive", "motion", "state", "absorb",
            "as", "many",
            "slot", "위", "degree", "adjective", "alone", "clause", "spatial", "endings", "이", "을", "에", "에서",
            "로",
            "와", "에게",
        ]
        for row in try rows() where row.section != "irregular" {
            for key in row.grammar.keys { #expect(known.contains(key), "\(row.file):\(row.line) \(key)") }
        }
    }

    @Test(arguments: [
        ("[noun kind=animal]\n강아지\n", 2, "columns"), ("[noun]\n강아지\tpuppy\n", 2, "kind="),
        ("[adjective]\n크다\tbig\n", 2, "order="), ("[verb]\n차다\tkick\t\t을\n", 2, "condition"),
        ("# a comment\n[nouns]\n개\tdog\n", 3, "section"),
    ])
    func `an error names file, line and what was expected`(text: String, line: Int, word: String) throws {
        let folder = try TemporaryFolder()
        try Data("2026-11-21".utf8).write(to: URL(filePath: folder.file("VERSION")))
        try Data(text.utf8).write(to: URL(filePath: folder.file("words.tsv")))
        let error = #expect(throws: LexiconError.self) { try Lexicon(folder: folder.path) }
        #expect(error?.file == "words.tsv")
        #expect(error?.line == line)
        #expect(error?.reason.contains(word) == true)
    }

    @Test func `a folder without a lexicon is named`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: LexiconError.self) { try Lexicon(folder: folder.path) }
        #expect(error?.file == folder.path)
    }
}
