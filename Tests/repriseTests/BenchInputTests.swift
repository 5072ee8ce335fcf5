import Foundation
import TestSupport
import Testing

@testable import reprise

@Suite struct BenchInputTests {
    @Test func `no two of the thousand ideas are alike`() {
        #expect(SampleIdeas.thousand.count == 1000)
        #expect(Set(SampleIdeas.thousand).count == 1000)
    }

    @Test(arguments: [SampleIdeas.cached, "a b&c=d+e%", "~-._", "é\n"])
    func `a form field comes back as it was`(value: String) {
        let field = FormText.field("idea", value)
        #expect(field.hasPrefix("idea="))
        let kept = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF%-._~")
        #expect(field.dropFirst(5).unicodeScalars.allSatisfy(kept.contains))
        #expect(String(field.dropFirst(5)).removingPercentEncoding == value)
    }

    @Test func `the peer knows the idea that is asked for`() throws {
        let peer = BuildProducts.package.appending(path: "Benchmarks/fastapi_least.py")
        #expect(try String(contentsOf: peer, encoding: .utf8).contains("\"\(SampleIdeas.cached)\":"))
    }

    @Test(arguments: [
        ("Reprise 0.1.0 serves on http://127.0.0.1:40123", UInt16(40123)), ("http://127.0.0.1:80/x", 80),
        ("http://127.0.0.1:99999", nil), ("Ctrl-C stops it.", nil), ("http://127.0.0.1:", nil),
    ])
    func `the port is found in the line that names it`(line: String, port: UInt16?) {
        #expect(ServedProgram.port(in: line) == port)
    }
}
