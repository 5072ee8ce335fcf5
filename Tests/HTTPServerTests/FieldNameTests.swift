@testable import HTTPServer
import Testing

@Suite struct FieldNameTests {
    @Test(arguments: [
        ("a", "a", false), ("a[b]", "a.b", false), ("a[b][c]", "a.b.c", false), ("a[0][b]", "a.0.b", false),
        ("a[]", "a", true), ("a[b][]", "a.b", true), ("a.b", "a.b", false), ("[a]", "[a]", false),
        ("a[", "a[", false), ("a]", "a]", false), ("a[b", "a[b", false), ("a[[b]]", "a[[b]]", false),
        ("a[b]c", "a[b]c", false), ("a[][b]", "a[][b]", false), ("", "", false),
    ])
    func `brackets of forms are dots`(name: String, canonical: String, isListed: Bool) {
        let found = FieldName.canonical(name)
        #expect(found.name == canonical && found.isListed == isListed)
    }

    @Test func `a form and JSON say the same`() throws {
        let type: HTTPHeaders = ["Content-Type": "application/x-www-form-urlencoded"]
        let form = try FormFields(
            HTTPRequest(.post, "/", headers: type, body: Array("a[b]=1&l[]=x&l[]=y&o[0][c]=2&o[1][c]=3".utf8))
        )
        let json = try FormFields(
            HTTPRequest(
                .post, "/", headers: ["Content-Type": "application/json"],
                body: Array(#"{"a":{"b":"1"},"l":["x","y"],"o":[{"c":"2"},{"c":"3"}]}"#.utf8)))
        #expect(form == json)
        #expect(json.fields.map(\.name) == ["a.b", "l", "o.0.c", "o.1.c"])
    }
}
