@testable import API
import Foundation
import TestSupport
import Testing

@Suite struct ProblemPageTests {
    private static let begin = "<!-- problems -->\n"
    private static let end = "<!-- /problems -->"

    /// `UPDATE_GOLDEN=1` writes the table anew.
    @Test func `docs/http-api.md has every problem, and no other`() throws {
        let file = BuildProducts.package.appending(path: "docs/http-api.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(page.range(of: Self.begin)).upperBound
        let end = try #require(page.range(of: Self.end)).lowerBound
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try page.replacingCharacters(in: start..<end, with: Self.table)
                .write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(page[start..<end] == Self.table)
        }
    }

    @Test func `every kind has a status of its class and a title in both languages`() {
        for kind in ProblemKind.allCases {
            #expect((400...599).contains(kind.status))
            #expect(kind.title(in: .english).utf8.allSatisfy { $0 < 0x80 })
            #expect(kind.title(in: .korean).unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
        }
    }

    @Test(arguments: [
        ("a whole number from 1 to 60", "duration", "1부터 60까지의 정수"),
        ("a whole number, at least 2", "revision", "2 이상의 정수"), ("true or false", "enrich", "true 또는 false"),
        ("one of 16:9, 9:16", "aspect", "다음 가운데 하나: 16:9, 9:16"), ("at most 60 characters", "mood", "60자 이하"),
        ("what the video should show", "idea", "아이디어에 맞는 값"), ("anything else", nil, "anything else"),
        ("\"3\"", "If-Match", "\"3\""),
    ])
    func `what was expected is told in Korean too`(english: String, field: String?, korean: String) {
        #expect(KoreanExpectation.text(of: english, field: field) == korean)
        let problem = Problem(.invalidField, field: field, expected: english)
        #expect(problem.document(in: .korean, requestID: "").expected == korean)
        #expect(problem.document(in: .english, requestID: "").expected == english)
    }

    private static var table: String {
        let rows = ProblemKind.allCases.sorted { ($0.status, $0.rawValue) < ($1.status, $1.rawValue) }.map {
            "| \($0.status) | `\($0.rawValue)` | \($0.title(in: .english)) | \($0.title(in: .korean)) |\n"
        }
        return "| status | `type`, after `urn:reprise:problem:` | English | Korean |\n|---|---|---|---|\n"
            + rows.joined()
    }
}
