import Domain
import Foundation
import Testing

@Suite struct JSONValueTests {
    private func read(_ text: String) throws(JSONError) -> JSONValue {
        try JSONValue(reading: Array(text.utf8))
    }

    @Test(arguments: [
        #"{"b":1,"a":[true,false,null],"":{"x":"y"}}"#, #""\"\\\n\r\t\u0000😀가""#, "1.50e+10", "[]", "{}",
        "-0.0", "12345678901234567890.123",
    ])
    func `gives back what it read, with order and digits`(text: String) throws {
        #expect(try read(text).text == text)
        #expect(try read(read(text).prettyText).text == text)
    }

    @Test(arguments: [
        ("1", "1.0"), ("100", "1e2"), ("0", "-0"), ("0.1", "1e-1"), ("0", "0e5"),
        (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#),
        (#""\u0041""#, #""A""#), (#""\uD83D\uDE00""#, #""😀""#),
    ])
    func `sees the same value in other clothes`(left: String, right: String) throws {
        #expect(try read(left) == read(right))
        #expect(try read(left).hashValue == read(right).hashValue)
    }

    @Test(arguments: [
        ("1", "2"), ("\"\u{E9}\"", "\"e\u{301}\""), (#"{"a":null}"#, "{}"), ("0", "false"), ("\"1\"", "1"),
        ("12345678901234567890", "12345678901234567891"), ("-1", "1"),
    ])
    func `tells values apart`(left: String, right: String) throws {
        #expect(try read(left) != read(right))
    }

    @Test(arguments: [
        ("", JSONError.Reason.unexpectedEnd, 0), ("{", .unexpectedEnd, 1), ("[1,]", .unexpected(0x5D), 3),
        ("01", .somethingBehind, 1), ("1 2", .somethingBehind, 2),
        (#"{"a":1,"a":2}"#, .duplicateName("a"), 7),
        (#""\ud800""#, .loneSurrogate, 1), (#""\udc00x""#, .loneSurrogate, 1),
        (#""\ud800\u0041""#, .loneSurrogate, 1), (#""\x""#, .badEscape, 1), ("\"\n\"", .controlCharacter, 1),
        ("1e9999999999", .numberTooLarge, 12), ("nul", .unexpectedEnd, 3), ("+1", .unexpected(0x2B), 0),
        ("1.", .unexpectedEnd, 2), (#""\u00g0""#, .unexpected(0x67), 5),
        (String(repeating: "[", count: 100_000), .tooDeep(most: 256), 256),
    ])
    func `says what is wrong, and where`(text: String, reason: JSONError.Reason, offset: Int) {
        let error = #expect(throws: JSONError.self) { try read(text) }
        #expect(error?.reason == reason)
        #expect(error?.offset == offset)
        #expect(error?.description.contains("\n") == false)
    }

    @Test func `takes nothing but UTF-8`() {
        let error = #expect(throws: JSONError.self) {
            try JSONValue(reading: [0x22, 0xED, 0xA0, 0x80, 0x22])
        }
        #expect(error?.reason == .notUTF8)
    }

    @Test func `keeps two spellings of a name apart`() throws {
        let object = try read("{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(object.text == "{\"\u{E9}\":1,\"e\u{301}\":2}")
    }

    @Test func `goes through Codable`() throws {
        let value = try read(#"{"a":[1,2.5,"x",null,true],"b":{}}"#)
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: data) == value)
    }
}
