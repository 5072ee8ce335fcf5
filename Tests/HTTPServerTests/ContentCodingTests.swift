import HTTPServer
import TestSupport
import Testing

@Suite struct ContentCodingTests {
    @Test(arguments: [
        ("gzip", ContentCoding.gzip), ("br", .brotli), ("gzip, deflate, br", .brotli),
        ("gzip;q=1, br;q=0.5", .gzip),
        ("*", .brotli), ("*;q=0.5, br;q=0", .gzip), ("GZIP", .gzip), ("identity", nil), ("", nil),
        ("br;q=0, gzip;q=0", nil), ("identity;q=1, gzip;q=0.5", nil), ("deflate", nil), ("gzip;q=x", nil),
    ])
    func `the coding is the one that is liked best`(header: String, coding: ContentCoding?) {
        #expect(ContentCoding(acceptEncoding: [header]) == coding)
        #expect(ContentCoding(acceptEncoding: []) == nil)
    }

    @Test(arguments: ContentCoding.allCases)
    func `a text gets smaller and says what it is`(coding: ContentCoding) throws {
        let text = String(repeating: "귀여운 강아지가 뛰노는 밝은 영상 ", count: 200)
        var whole = HTTPResponse.text(text)
        whole.headers.set("ETag", "\"7-abc\"")
        let coded = whole.coded(for: ["Accept-Encoding": coding.rawValue])
        guard case .bytes(let bytes) = coded.body else {
            Issue.record("no bytes")
            return
        }
        #expect(bytes.count < text.utf8.count / 10)
        #expect(coded.headers["Content-Encoding"] == coding.rawValue)
        #expect(coded.headers["ETag"] == "\"7-abc-\(coding.rawValue)\"")
        #expect(coded.headers["Vary"] == "Accept-Encoding")
    }

    @Test func `what gains nothing stays as it is`() {
        let accept: HTTPHeaders = ["Accept-Encoding": "gzip, br"]
        #expect(HTTPResponse.text("short").coded(for: accept).headers["Content-Encoding"] == nil)
        let bytes = [UInt8](repeating: 0x61, count: 5000)
        let picture = HTTPResponse(type: "image/png", body: .bytes(bytes))
        #expect(picture.coded(for: accept).headers["Content-Encoding"] == nil)
        let plain = HTTPResponse(type: "text/plain", body: .bytes(bytes)).coded(for: [:])
        #expect(plain.headers["Content-Encoding"] == nil && plain.headers["Vary"] == "Accept-Encoding")
    }
}
