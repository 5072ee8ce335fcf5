import Foundation
import TestSupport
import Testing

@testable import API

/// What every answer tells a browser, and that no page of ours needs more.
@Suite(.timeLimit(.minutes(5)))
struct SecurityHeaderTests {
    @Test func `every kind of answer carries the headers that keep a browser in`() async throws {
        try await TestAPI.run { api in
            let answers = [
                try await api.get("/"), try await api.get("/sign-in"), try await api.get("/healthz"),
                try await api.get("/v1/prompts"), try await api.get("/nothing"), try await api.get("/%zz"),
                try await api.get("/assets/app.js"), try await api.get("/metrics"),
                try await api.post("/v1/prompts", "idea="),
                try await api.send("PUT", "/v1/prompts", body: []),
                try await api.get("/v1/prompts", "Host: two"),
            ]
            for answer in answers {
                let policy = try #require(answer.header("Content-Security-Policy"), "\(answer.status)")
                #expect(policy.hasPrefix("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("data:"))
                #expect(answer.header("X-Content-Type-Options") == "nosniff")
                #expect(answer.header("Referrer-Policy") == "no-referrer")
                #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin")
                #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
                #expect(answer.header("Permissions-Policy")?.contains("camera=()") == true)
                #expect(answer.header("Server") == nil)
            }
        }
    }

    @Test func `no page has script, style or handlers of its own, or anything from elsewhere`() async throws {
        try await TestAPI.run { api in
            for path in ["/", "/sign-in"] {
                let page = try await api.get(path).text
                for match in page.matches(of: #/<script([^>]*)>/#) {
                    #expect(match.1.contains("src=\"/assets/"), "\(match.0)")
                }
                #expect(
                    !page.contains("<style") && !page.contains(" style=") && !page.contains("javascript:"))
                #expect(page.firstMatch(of: #/\son[a-z]+=/#) == nil)
                #expect(page.firstMatch(of: #/(src|href|action)="(https?:)?\/\//#) == nil)
            }
        }
    }

    @Test func `no script of the page makes markup or code of texts`() throws {
        let folder = BuildProducts.package.appending(path: "Sources/API/Assets")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        for name in names where name.hasSuffix(".js") {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for word in [
                "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
                "setAttribute(\"style\"", "javascript:",
            ] {
                #expect(!text.contains(word), "\(name): \(word)")
            }
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "a\u{0}b",
        "&amp;",
        "</title><script>", "한글 & <b>",
    ])
    func `whatever a text holds, it becomes no markup`(text: String) {
        let page = HTML.element("p", ["title": text], [.text(text), .element("b", text)])
        let written = String(decoding: page.document, as: UTF8.self)
        #expect(written.count { $0 == "<" } == 5 && written.count { $0 == "\"" } == 2, "\(written)")
        #expect(!written.contains("\u{0}"))
    }
}
