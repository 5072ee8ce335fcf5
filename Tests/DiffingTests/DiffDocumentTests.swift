import Diffing
import Domain
import Foundation
import Testing

@Suite struct DiffDocumentTests {
    private static let schemaFile = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/diff.schema.json")
    private static let diff = Differ().diff("a 강아지 runs", "a cat runs fast")

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func `has exactly the properties that its schema names`() throws {
        let schema = try object(Data(contentsOf: Self.schemaFile))
        let document = try object(JSONEncoder().encode(Self.diff))
        let operation = try #require((document["operations"] as? [[String: Any]])?.first)
        let span = try #require(operation["old"] as? [String: Any])
        let extent = try #require(document["oldLength"] as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        try expect(document, fits: schema, beside: ["moves"])
        try expect(operation, fits: definitions["operation"] ?? [:])
        try expect(span, fits: definitions["span"] ?? [:])
        try expect(extent, fits: definitions["extent"] ?? [:])
    }

    @Test func `names its format and its kinds in the schema`() throws {
        let schema = try object(Data(contentsOf: Self.schemaFile))
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties["format"]?["enum"] as? [Int] == Array(1...Diff.currentFormat))
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let operation = try #require(definitions["operation"]?["properties"] as? [String: [String: Any]])
        #expect(operation["kind"]?["enum"] as? [String] == Diff.Operation.Kind.allCases.map(\.rawValue))
    }

    @Test func `survives JSON byte for byte`() throws {
        var texts = RandomTexts(seed: 12)
        for _ in 0..<300 {
            let old = texts.text()
            let new = texts.edited(old)
            let data = try JSONEncoder().encode(Differ().diff(old, new))
            let back = try JSONDecoder().decode(Diff.self, from: data)
            #expect(Array(try back.apply(to: old).utf8) == Array(new.utf8))
            #expect(try Diff(reading: data) == back)
            #expect(try Diff(reading: JSONEncoder().encode(back.inverted())) == back.inverted())
        }
    }

    @Test func `marks what moved, both ways`() throws {
        let diff = Differ().diff("slow camera pan, a dog runs", "a dog runs, slow camera pan")
        let move = try #require(diff.moves.first)
        #expect(diff.moves.count == 1)
        let texts = ["slow camera pan", "a dog runs"]
        #expect(texts.contains(move.text))
        #expect(diff.inverted().moves == [Diff.Move(old: move.new, new: move.old, text: move.text)])
        try diff.check()
        #expect(Differ().diff("a red car", "a blue car").moves.isEmpty)
    }

    @Test func `still reads format 1, which had no moves`() throws {
        let old = Diff(
            format: 1, operations: Self.diff.operations, oldLength: Self.diff.oldLength,
            newLength: Self.diff.newLength)
        let data = try JSONEncoder().encode(old)
        #expect(!String(decoding: data, as: UTF8.self).contains("moves"))
        #expect(try Diff(reading: data) == old)
        #expect(try JSONDecoder().decode(Diff.self, from: data) == old)
    }

    @Test(arguments: [
        (#""format":2"#, #""format":3"#, DiffError.unknownFormat(3, newest: 2)),
        (#""format":2"#, #""format":"2""#, .malformed("format of the document", expected: "a whole number")),
        (#""isCoarse":false,"#, "", .malformed("isCoarse of the document", expected: "true or false")),
        (#""kind":"replace""#, #""kind":"insert""#, .inconsistent(operation: 0)),
        (
            #""kind":"replace""#, #""kind":"swap""#,
            .malformed("kind of operations[0]", expected: "insert, delete or replace")
        ),
        (#""newText":"cat""#, #""newText":"cats""#, .inconsistent(operation: 0)),
        (#""moves":[]"#, #""moves":[],"x":1"#, .malformed("x of the document", expected: "no such member")),
    ])
    func `refuses a document that is wrong`(part: String, wrong: String, error: DiffError) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(Self.diff), as: UTF8.self)
        #expect(text.contains(part))
        let broken = text.replacingOccurrences(of: part, with: wrong)
        #expect(throws: error) { try Diff(reading: Array(broken.utf8)) }
    }

    @Test func `refuses lone surrogates, a hundred megabytes and what is no JSON`() {
        let texts = [#"{"format":2,"x":"\ud800"}"#, "", "[", String(repeating: " ", count: 100_000_000)]
        for text in texts {
            let error = #expect(throws: DiffError.self) { try Diff(reading: text.utf8) }
            guard case .notJSON? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    /// - Parameter newer: Members that only the newest format requires.
    private func expect(_ object: [String: Any], fits schema: [String: Any], beside newer: Set<String> = [])
        throws
    {
        let properties = try #require(schema["properties"] as? [String: Any])
        #expect(Set(object.keys) == Set(properties.keys))
        #expect(Set(object.keys).subtracting(newer) == Set(try #require(schema["required"] as? [String])))
        #expect(schema["additionalProperties"] as? Bool == false)
    }
}
