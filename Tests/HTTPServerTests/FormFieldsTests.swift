import HTTPServer
import TestSupport
import Testing

@Suite struct FormFieldsTests {
    private static let boundary = "----------------------------abc"

    /// A request with a body, as it would reach a handler.
    private func request(_ body: [UInt8], _ types: String...) throws -> HTTPRequest {
        var headers = HTTPHeaders()
        for type in types { headers.add("content-type", type) }
        return try HTTPRequest(.post, "/", headers: headers, body: body)
    }

    private func fields(_ body: String, _ type: String) throws -> FormFields {
        try FormFields(request(Array(body.utf8), type))
    }

    private func multipart(_ parts: String...) -> String {
        parts.map { "--\(Self.boundary)\r\n\($0)\r\n" }.joined() + "--\(Self.boundary)--\r\n"
    }

    private static let nfc = "\u{AC15}\u{C544}\u{C9C0}"
    private static let nfd = "\u{1100}\u{1161}\u{11BC}\u{110B}\u{1161}\u{110C}\u{1175}"

    @Test(arguments: [nfc, nfd, "귀여운 강아지가 뛰노는 밝은 영상", "", "a+b&c=d%\r\n\"\\", "👩‍👩‍👧", "nul\u{0}"])
    func `a text arrives byte for byte in all formats`(text: String) throws {
        let percent = text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let json = escaped(text)
        let bodies = [
            ("idea=\(percent)", "application/x-www-form-urlencoded"),
            ("{\"idea\": \"\(json)\"}", "application/json"),
            (
                multipart("Content-Disposition: form-data; name=\"idea\"\r\n\r\n\(text)"),
                "multipart/form-data; boundary=\(Self.boundary)"
            ),
        ]
        for (body, type) in bodies {
            let value = try fields(body, type).string("idea")
            #expect(value.map { Array($0.utf8) } == Array(text.utf8), "\(type)")
        }
    }

    /// A JSON text in ASCII.
    private func escaped(_ text: String) -> String {
        text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    @Test(arguments: [
        ("idea=귀여운 강아지", "[idea=귀여운 강아지]"), ("a=1&b=2", "[a=1][b=2]"), ("a==b", "[a==b]"),
        ("a=1&&b=2&", "[a=1][b=2]"), ("a", "[a=]"), ("=a", "[=a]"), ("a=%", "[a=%]"), ("a=%4", "[a=%4]"),
        ("a=%zz%41", "[a=%zzA]"), ("a+b=c+d%2B", "[a b=c d+]"), ("", ""), ("&", ""),
    ])
    func `a form is read by the stated rules`(body: String, read: String) throws {
        let fields = try fields(body, "application/x-www-form-urlencoded")
        #expect(fields.fields.map { "[\($0.name)=\(fields.string($0.name) ?? "nil")]" }.joined() == read)
    }

    @Test func `values keep their kind, and repeats are seen`() throws {
        let json = try fields(
            #"{"a":"x","n":-1.50e3,"t":true,"f":false,"z":null,"l":["p",2,true],"e":[],"a":"y"}"#,
            "application/json; charset=UTF-8")
        #expect(json.fields.map(\.name) == ["a", "n", "t", "f", "z", "l", "e"])
        #expect(json["a"]?.values == [.text("x"), .text("y")])
        #expect(json["l"]?.values == [.text("p"), .number("2"), .boolean(true)])
        #expect(json["l"]?.isRepeated == false)
        #expect(json.repeatedNames == ["a"])
        #expect(json.string("n") == "-1.50e3")
        #expect((json.string("t"), json.string("f")) == ("true", "false"))
        #expect(json.has("z") && json.string("z") == nil)
        #expect(json.has("e") && json["e"]?.values.isEmpty == true)
        #expect(!json.has("missing"))
        #expect(try fields("a=1&b=2&a=3", "application/x-www-form-urlencoded").repeatedNames == ["a"])
    }

    @Test func `names that look alike are two fields`() throws {
        let fields = try fields("\(Self.nfc)=1&\(Self.nfd)=2", "application/x-www-form-urlencoded")
        #expect(fields.fields.count == 2)
    }

    @Test(arguments: [
        "multipart/form-data; boundary=X", "multipart/form-data; boundary=\"X\"; charset=utf-8",
        "multipart/form-data; charset=utf-8; boundary=X", "Multipart/Form-Data;BOUNDARY=X",
    ])
    func `a boundary may be written in many ways`(type: String) throws {
        let body = "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--X--"
        #expect(try fields(body, type).string("a") == "1")
    }

    @Test func `a file keeps its bytes, its name and its type`() throws {
        let bytes: [UInt8] = [0, 0xFF, 0x0D, 0x0A, 0x2D, 0x2D, 0x0D, 0x0A, 0x0D]
        var body = Array(
            "preamble\r\n--X \t\r\ncontent-disposition: form-data; name=\"f\"; filename=\"강아지 \\\"a%22\\\".png\"\r\nContent-Type: image/png\r\n\r\n"
                .utf8)
        body +=
            bytes
            + Array("\r\n--X\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\n\r\n--X--\r\nepilogue".utf8)
        let fields = try FormFields(request(body, "multipart/form-data; boundary=X"))
        let file = try #require(fields.file("f"))
        #expect(file.bytes == bytes)
        #expect(file.name == "강아지 \"a\"\".png")
        #expect(file.contentType == "image/png")
        #expect(fields.string("f") == nil)
        #expect(fields.string("t") == "")
    }

    @Test(arguments: [
        "{", "{}x", "[]", "\"a\"", "", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":tru}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\"}", "{\"a\":\"b}", "{\"a\":[1}", "{\"a\":[1,]}",
        "{\"a\":NaN}",
        "\u{FEFF}{}", "{\"a\":1 \"b\":2}",
    ])
    func `malformed JSON is refused with a place`(body: String) throws {
        let error = #expect(throws: BodyError.self) { try fields(body, "application/json") }
        guard case .malformed(let offset, _) = error else {
            Issue.record("not malformed")
            return
        }
        #expect((0...body.utf8.count).contains(offset))
        #expect(error?.status == 400)
    }

    @Test func `the place of a JSON mistake is exact`() {
        let error = #expect(throws: BodyError.self) { try fields(#"{"a": 1, "b": x}"#, "application/json") }
        #expect(error == .malformed(offset: 14, expected: "a value"))
    }

    @Test(arguments: [
        ("{\"a\":[[1]]}", "a"), ("{\"a\":[1,{}]}", "a"), ("{\"a\":{\"b\":[[]]}}", "a.b"),
        (String(repeating: "{\"a\":", count: 9) + "1" + String(repeating: "}", count: 9), "a.a.a.a.a.a.a.a"),
    ])
    func `JSON that no form can say names its field`(body: String, field: String) {
        let error = #expect(throws: BodyError.self) { try fields(body, "application/json") }
        #expect(error == .unsupportedValue(field: field))
    }

    @Test func `what is not UTF-8 names its field`() throws {
        let bad: [UInt8] = [0xFF, 0xFE]
        let part = Array("--X\r\nContent-Disposition: form-data; name=idea\r\n\r\n".utf8)
        let bodies: [([UInt8], String)] = [
            (Array("a=1&idea=".utf8) + bad, "application/x-www-form-urlencoded"),
            (Array("a=1&idea=%ff%fe".utf8), "application/x-www-form-urlencoded"),
            (Array("{\"idea\":\"".utf8) + bad + Array("\"}".utf8), "application/json"),
            (part + bad + Array("\r\n--X--".utf8), "multipart/form-data; boundary=X"),
        ]
        for (body, type) in bodies {
            let error = #expect(throws: BodyError.self) { try FormFields(request(body, type)) }
            #expect(error == .notUTF8(field: "idea"), "\(type)")
        }
    }

    @Test(arguments: [
        "", "--X", "--X\r\n", "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n1", "no boundary at all",
        "--X\r\nContent-Disposition: form-data\r\n\r\n1\r\n--X--", "--X\r\n\r\n1\r\n--X--",
        "--X\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--X--",
        "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--Xtra--",
    ])
    func `a broken multipart body is refused`(body: String) {
        let error = #expect(throws: BodyError.self) { try fields(body, "multipart/form-data; boundary=X") }
        #expect(error?.status == 400)
    }

    @Test func `the type of a body is one that is known`() throws {
        let body = Array("a=1".utf8)
        #expect(try FormFields(request([])).fields.isEmpty)
        let missing = #expect(throws: BodyError.self) { try FormFields(request(body)) }
        #expect(missing == .missingContentType)
        let unknown = #expect(throws: BodyError.self) { try FormFields(request(body, "text/xml")) }
        #expect(unknown == .unsupportedContentType("text/xml"))
        #expect(unknown?.status == 415)
        let charset = #expect(throws: BodyError.self) {
            try FormFields(request(body, "application/x-www-form-urlencoded; charset=euc-kr"))
        }
        #expect(charset?.status == 415)
        let two = #expect(throws: BodyError.self) {
            try FormFields(request(body, "application/json", "application/x-www-form-urlencoded"))
        }
        #expect(two == .repeatedContentType)
        #expect(two?.status == 400)
    }

    @Test func `a thousand fields are enough`() throws {
        let names = (0...FormFields.maximumFields).map { "f\($0)=1" }
        #expect(
            try fields(names.dropLast().joined(separator: "&"), "application/x-www-form-urlencoded").fields
                .count == 1000)
        let error = #expect(throws: BodyError.self) {
            try fields(names.joined(separator: "&"), "application/x-www-form-urlencoded")
        }
        #expect(error == .tooManyFields)
    }

    @Test(arguments: UInt64(0)..<200)
    func `random bytes are read or refused, and nothing else`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet = Array("{}[]\":,\\u0a1e-+.=&%;\r\n --X".utf8) + [0xFF, 0xEA, 0xB0, 0x95, 0]
        let body = (0..<Int.random(in: 0...300, using: &random)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
        for type in [
            "application/json", "multipart/form-data; boundary=X", "application/x-www-form-urlencoded",
        ] {
            let request = try request(body, type)
            do throws(BodyError) {
                let read = try FormFields(request)
                #expect(Set(read.fields.map { Array($0.name.utf8) }).count == read.fields.count)
            } catch {
                #expect([400, 415].contains(error.status))
            }
        }
    }
}
