import Foundation
import TestSupport
import Testing

@testable import Korean

@Suite struct LexiconTests {
    @Test func `it is large and has a version`() throws {
        let lexicon = try Lexicon(folder: Reading.lexiconFolder)
        #expect(lexicon.count >= 8000)
        #expect(lexicon.version.count == 10)
    }

    @Test func `the checker finds nothing in it`() throws {
        let checker = try LexiconChecker(folder: Reading.lexiconFolder)
        for finding in checker.findings { Issue.record("\(finding)") }
        #expect(checker.census.lemmas >= 8000)
    }

    @Test(arguments: [
        ("[noun kind=animal]\n강아지\n", 2, "columns"), ("[noun]\n강아지\tpuppy\n", 2, "kind="),
        ("[adjective]\n크다\tbig\n", 2, "order="), ("[verb]\n차다\tkick\t\t을\n", 2, "condition"),
        ("# a comment\n[nouns]\n개\tdog\n", 2, "section"),
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
