import Diffing
import Domain
import Testing

@Suite struct MergePatchTests {
    /// The table of RFC 7396, appendix A: document, patch, result.
    @Test(arguments: [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
        (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
        (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
        (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
        (#"{"a":"foo"}"#, #"null"#, #"null"#),
        (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
        (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
        (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
        (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ])
    func `merges as the RFC's appendix does`(document: String, patch: String, result: String) throws {
        let merged = MergePatch(try JSON.read(patch)).apply(to: try JSON.read(document))
        #expect(merged == (try JSON.read(result)))
    }

    @Test func `leads from any document to any other without null`() throws {
        var documents = RandomJSON(seed: 31, hasNull: false)
        for _ in 0..<2000 {
            let (old, new) = documents.pair()
            #expect(try MergePatch(from: old, to: new).apply(to: old) == new)
        }
    }

    @Test func `says that it cannot set null`() throws {
        #expect(throws: MergePatchError(path: JSONPointer(["a", "b"]))) {
            try MergePatch(from: ["a": 1], to: ["a": ["b": .null]])
        }
        #expect(try MergePatch(from: ["a": .null], to: ["a": .null, "b": [.null]]).json == ["b": [.null]])
    }
}
