import Diffing
import Domain
import Foundation
import Testing

@Suite struct JSONPatchTests {
    private func json(_ patch: JSONPatch) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(patch), as: UTF8.self)
    }

    @Test func `tests before it replaces`() throws {
        let patch = try JSONPatch(Differ().diff("a dog", "a cat"), of: "a dog")
        #expect(
            try json(patch)
                == #"[{"op":"test","path":"/text","value":"a dog"},{"op":"replace","path":"/text","value":"a cat"}]"#
        )
    }

    @Test func `only tests when nothing changed`() throws {
        let patch = try JSONPatch(Differ().diff("a", "a"), of: "a", at: JSONPointer(["a/b", "m~1", ""]))
        #expect(try json(patch) == #"[{"op":"test","path":"/a~1b/m~01/","value":"a"}]"#)
    }

    @Test func `is not made from a diff of another text`() {
        #expect(throws: DiffError.wrongLength(expected: 1, actual: 2)) {
            try JSONPatch(Differ().diff("a", "b"), of: "aa")
        }
    }

    @Test(arguments: [
        (#"{"a":1}"#, #"{"a":1.0}"#, "[]"),
        (
            #"{"model":"veo"}"#, #"{"model":"wan"}"#,
            #"[{"op":"test","path":"/model","value":"veo"},{"op":"replace","path":"/model","value":"wan"}]"#
        ),
        (
            #"{"text":"x"}"#, #"{"prompt":"x"}"#,
            #"[{"op":"test","path":"/text","value":"x"},{"op":"move","from":"/text","path":"/prompt"}]"#
        ),
        (
            "[1,2,3]", "[1,3]",
            #"[{"op":"test","path":"","value":[1,2,3]},{"op":"remove","path":"/1"}]"#
        ),
        (
            #"{"a":[1,2]}"#, #"{"a":[1,3]}"#,
            #"[{"op":"test","path":"/a/1","value":2},{"op":"replace","path":"/a/1","value":3}]"#
        ),
    ])
    func `says what changed in a document`(old: String, new: String, patch: String) throws {
        #expect(JSONPatch(from: try JSON.read(old), to: try JSON.read(new)).json.text == patch)
    }

    @Test func `leads from any document to any other, and through JSON`() throws {
        var documents = RandomJSON(seed: 30)
        for _ in 0..<3000 {
            let (old, new) = documents.pair()
            let patch = JSONPatch(from: old, to: new)
            #expect(try patch.apply(to: old) == new)
            #expect(patch.operations.isEmpty == (old == new))
            let read = try JSONPatch(JSON.read(patch.json.text))
            #expect(read == patch)
        }
    }

    @Test func `is refused by a document that somebody else has changed`() throws {
        let patch = JSONPatch(from: ["seed": 1, "text": "a"], to: ["seed": 2, "text": "a"])
        #expect(throws: JSONPatchError(reason: .testFailed(JSONPointer(["seed"])), operation: 0)) {
            try patch.apply(to: ["seed": 3, "text": "a"])
        }
    }

    @Test func `replaces the whole when the steps would be too many`() throws {
        let old = JSONValue.object(JSONObject((0..<3000).map { ("\($0)", .integer($0)) }))
        let new = JSONValue.object(JSONObject((0..<3000).map { ("\($0)", .integer($0 + 1)) }))
        let patch = JSONPatch(from: old, to: new)
        #expect(patch.operations.count == 2)
        #expect(try patch.apply(to: old) == new)
    }
}
