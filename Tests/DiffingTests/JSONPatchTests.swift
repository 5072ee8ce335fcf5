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
}
