import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// What the writer of JSON writes is what Foundation reads.
@Suite struct JSONWritingTests {
    private struct Odd: Codable, Equatable {
        var text = "\u{0}\u{1F}\"\\/\n\r\t\u{7F}é고\u{2028}👩‍👩‍👧"
        var numbers: [Int] = [0, -1, 10, .max, .min]
        var large = UInt64.max
        var fractions: [Double] = [0, -0.5, 0.1 + 0.2, 1e300, .leastNonzeroMagnitude, .pi]
        var single: Float = 0.1
        var isTrue = true
        var missing: Int?
        var holes: [Int?] = [1, nil, 3]
        var nested: [[String: [Bool]]] = [[:], ["a\"b": [true, false], "": []]]
        var empty: [String] = []
    }

    private struct Nested: Encodable {
        private enum Key: String, CodingKey { case object, list, nothing, last }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            var object = container.nestedContainer(keyedBy: Key.self, forKey: .object)
            try object.encode(1, forKey: .last)
            var list = container.nestedUnkeyedContainer(forKey: .list)
            try list.encode("a")
            var inner = list.nestedUnkeyedContainer()
            try inner.encodeNil()
            _ = list.nestedContainer(keyedBy: Key.self)
            try container.encodeNil(forKey: .nothing)
            try container.encode("z", forKey: .last)
        }
    }

    @Test func `every kind of value comes back as it was`() throws {
        let text = try JSONWriting.text(of: Odd())
        #expect(try JSONDecoder().decode(Odd.self, from: Data(text.utf8)) == Odd())
    }

    @Test func `containers inside containers end where they should`() throws {
        let text = try JSONWriting.text(of: Nested())
        #expect(text == #"{"object":{"last":1},"list":["a",[null],{}],"nothing":null,"last":"z"}"#)
    }

    @Test(arguments: UInt64(0)..<50)
    func `records of the history come back byte for byte`(seed: UInt64) throws {
        var samples = HistorySamples(seed: seed)
        let (prompt, first) = try samples.prompt()
        let second = samples.revision(after: first)
        func returned<Value: Codable>(_ value: Value) throws -> Value {
            try StoredDocument.decode(Value.self, from: StoredDocument.encode(value))
        }
        #expect(try returned(prompt.draft) == prompt.draft && returned(prompt.idea) == prompt.idea)
        let read = try returned(second)
        #expect(read == second && read.text.utf8.elementsEqual(second.text.utf8))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a number that JSON has no word for is refused`(number: Double) {
        let error = #expect(throws: StoreError.self) { try StoredDocument.encode([number]) }
        #expect(error?.code == .internalFailure)
    }
}
