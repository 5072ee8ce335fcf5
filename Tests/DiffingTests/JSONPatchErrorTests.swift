import Diffing
import Domain
import Testing

@Suite struct JSONPatchErrorTests {
    private static let document: JSONValue = ["a": [1, 2], "b": ["c": "d"]]

    private func reason(_ patch: String) throws -> JSONPatchError.Reason? {
        #expect(throws: JSONPatchError.self) { try JSONPatch(JSON.read(patch)).apply(to: Self.document) }?
            .reason
    }

    @Test(arguments: [
        ("{}", JSONPatchError.Reason.notAPatch),
        ("[1]", .notAPatch),
        (#"[{"op":"spam","path":""}]"#, .unknownOperation("spam")),
        (#"[{"path":""}]"#, .missingMember("op")),
        (#"[{"op":"add","path":"/x"}]"#, .missingMember("value")),
        (#"[{"op":"move","path":"/x"}]"#, .missingMember("from")),
        (#"[{"op":"remove","path":"a"}]"#, .badPointer(.noSlash("a"))),
        (#"[{"op":"remove","path":"/~2"}]"#, .badPointer(.badEscape("/~2"))),
        (#"[{"op":"remove","path":"/b/~"}]"#, .badPointer(.badEscape("/b/~"))),
        (#"[{"op":"remove","path":"/../b"}]"#, .notFound(JSONPointer([".."]))),
        (#"[{"op":"add","path":"/b/../x","value":1}]"#, .notFound(JSONPointer(["b", ".."]))),
        (#"[{"op":"remove","path":"/a/2"}]"#, .badIndex("2", count: 2, JSONPointer(["a", "2"]))),
        (#"[{"op":"remove","path":"/a/-"}]"#, .badIndex("-", count: 2, JSONPointer(["a", "-"]))),
        (#"[{"op":"add","path":"/a/01","value":1}]"#, .badIndex("01", count: 2, JSONPointer(["a", "01"]))),
        (#"[{"op":"test","path":"/b/c","value":"e"}]"#, .testFailed(JSONPointer(["b", "c"]))),
        (#"[{"op":"move","from":"/b","path":"/b/c"}]"#, .moveIntoItself(JSONPointer(["b"]))),
        (#"[{"op":"remove","path":""}]"#, .rootRemoved),
    ])
    func `says what is wrong`(patch: String, expected: JSONPatchError.Reason) throws {
        #expect(try reason(patch) == expected)
    }

    @Test func `refuses ten thousand operations before it looks at one`() throws {
        let patch = JSONValue.array(Array(repeating: ["op": "test", "path": ""], count: 10_000))
        let most = JSONPatch.mostOperations
        #expect(
            throws: JSONPatchError(reason: .tooManyOperations(10_000, most: most), operation: nil)
        ) { try JSONPatch(patch) }
        let operations = Array(
            repeating: JSONPatch.Operation.copy(from: JSONPointer([]), to: JSONPointer([])), count: 10_000)
        #expect(throws: JSONPatchError.self) { try JSONPatch(operations).apply(to: [:]) }
    }

    @Test func `lets no patch double a document without end`() throws {
        let double = JSONPatch.Operation.copy(from: JSONPointer([]), to: JSONPointer(["a"]))
        let doubles = JSONPatch(
            (0..<4000).flatMap { [double, .copy(from: JSONPointer([]), to: JSONPointer(["b\($0)"]))] }.prefix(
                4096
            ).map { $0 })
        let error = #expect(throws: JSONPatchError.self) { try doubles.apply(to: ["x": "text"]) }
        #expect(
            error?.reason == .tooLarge(most: JSONPatch.mostCopied)
                || error?.reason == .tooDeep(most: JSONValue.mostDepth))
    }

    @Test func `lets no patch nest a document without end`() throws {
        let nest = JSONPatch.Operation.copy(from: JSONPointer([]), to: JSONPointer(["a"]))
        let error = #expect(throws: JSONPatchError.self) {
            try JSONPatch(Array(repeating: nest, count: 1000)).apply(to: [:])
        }
        #expect(error?.reason == .tooDeep(most: JSONValue.mostDepth))
    }

    @Test func `names the operation in one line`() throws {
        let error = #expect(throws: JSONPatchError.self) {
            try JSONPatch(
                JSON.read(#"[{"op":"test","path":"/b/c","value":"d"},{"op":"remove","path":"/x"}]"#)
            )
            .apply(to: Self.document)
        }
        #expect(error?.operation == 1)
        #expect(error?.description == "operation 1 of the patch: nothing is at “/x”")
    }
}
