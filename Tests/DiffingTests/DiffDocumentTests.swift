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
        try expect(document, fits: schema)
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
        }
    }

    private func expect(_ object: [String: Any], fits schema: [String: Any]) throws {
        let properties = try #require(schema["properties"] as? [String: Any])
        #expect(Set(object.keys) == Set(properties.keys))
        #expect(Set(object.keys) == Set(try #require(schema["required"] as? [String])))
        #expect(schema["additionalProperties"] as? Bool == false)
    }
}
