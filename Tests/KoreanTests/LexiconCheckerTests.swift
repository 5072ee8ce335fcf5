import Foundation
import TestSupport
import Testing

@testable import Korean

@Suite struct LexiconCheckerTests {
    private func checker(_ text: String) throws -> LexiconChecker {
        let folder = try TemporaryFolder()
        try Data("2026-11-21".utf8).write(to: URL(filePath: folder.file("VERSION")))
        try Data(text.utf8).write(to: URL(filePath: folder.file("words.tsv")))
        return try LexiconChecker(folder: folder.path)
    }

    @Test(arguments: [
        ("[adverb]\n살랑\tgently\n살랑\tsoftly\n", 3, "already"),
        ("[verb]\n차다\tkick\n[adjective order=quality]\n차다\tcold\n", 4, "already"),
        ("[verb]\n차다\tkick\t\t을:공|돌\n차다\ttap\t\t을:돌\n", 3, "never chosen"),
        ("[verb]\n차다\tkick\t을=upon\n", 2, "no preposition"),
        ("[verb]\n차다\tkick\tcolour\n", 2, "unknown key"),
        ("[verb]\n차다\tkick\t\t을:thing\n", 2, "no kind"),
        ("[verb]\n차다\tkick\t\twith:공\n", 2, "unknown role"),
        ("[noun kind=object]\n눈\tsnow\t\tnear:weather\n", 2, "no kinds"),
        ("[noun kind=object]\n눈\tsnow\t\tverb:내림\n", 2, "no predicate"),
        ("[verb]\n자다\tsleep\n[irregular]\nsleep\tslept\tslept\n", 2, "takes no object"),
        ("[verb]\n태우다\tgive a ride\n[irregular]\ngive\tgave\tgiven\n", 2, "has its object"),
        ("[verb intransitive]\n기다\tcrawl\n", 2, "leads somewhere"),
        ("[verb intransitive]\n뛰어들다\tjump into\n", 2, "preposition"),
        ("[verb]\n깨다\tbreak\n", 2, "missing under [irregular]"),
        ("[verb]\n나다\trunning\n", 2, "no base form"),
        ("[verb]\n덮이다\tbe cover\n", 2, "no passive"),
        ("[verb]\n막히다\tbe stoped\n", 2, "double"),
        ("[verb]\n깨지다\tbe broke\n[irregular]\nbreak\tbroke\tbroken\n", 2, "past participle"),
        ("[verb]\n맛깔\tseason\n", 2, "ends in 다"),
        ("[verb]\n포즈를취하다\tpose\n", 2, "never met"),
        ("[noun kind=object]\n안경\tglasses\n", 2, "plural-only"),
        ("[noun kind=object]\n별\t별\n", 2, "ASCII"),
        ("[noun kind=object]\n별\ta star\n", 2, "article"),
        ("[noun kind=object]\n\u{1107}\u{1167}\u{11AF}\tstar\n", 2, "NFC"),
    ])
    func `it names the line and what is wrong`(text: String, line: Int, word: String) throws {
        let findings = try checker(text).findings
        #expect(findings.map(\.line) == [line], "\(findings)")
        #expect(findings.first?.reason.contains(word) == true, "\(findings)")
    }

    @Test(arguments: [
        "[verb]\n차다\tkick\n차다\twear\tstate\t을:시계\n[irregular]\nwear\twore\tworn\n",
        "[verb intransitive]\n자다\tsleep\n기다\tcrawl\tmotion\n[irregular]\nsleep\tslept\tslept\n",
        "[noun kind=object]\n안경\tglasses\tplural-only\n나뭇잎\tleaf\n",
        "[adverb]\n쿵\twith a thud\n[counter]\n쿵\tthud\n",
    ])
    func `it has nothing to say about what is right`(text: String) throws {
        #expect(try checker(text).findings == [])
    }

    @Test func `it counts lemmas, not senses`() throws {
        let census = try checker("[noun kind=animal]\n말\thorse\n말\tword\t\tverb:하다\n[adverb]\n곧\tsoon\n")
            .census
        #expect(census.lemmas == 2)
        #expect(census.senses == 3)
        #expect(Set(census.partsOfSpeech.map(\.name)) == ["adverb", "noun"])
    }

    @Test(arguments: [
        ("run", "running"), ("open", "opening"), ("lie", "lying"), ("panic", "panicking"),
        ("equip", "equipping"),
        ("see", "seeing"), ("dye", "dyeing"), ("visit", "visiting"), ("quit", "quitting"), ("fix", "fixing"),
        ("patrol", "patrolling"), ("gallop", "galloping"), ("kidnap", "kidnapping"), ("offer", "offering"),
    ])
    func `rules and grammar book agree on participles`(verb: String, participle: String) {
        #expect(EnglishForms.participle(of: verb) == participle)
        #expect(VerbForms(irregular: [:]).participle(verb) == participle)
    }
}
