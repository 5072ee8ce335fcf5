import Domain
import Foundation
import Studio
import TestSupport
import Testing

@testable import API

/// Signing in on the page: cookies, forms and their tokens, and the way out.
@Suite(.timeLimit(.minutes(5)))
struct SignInTests {
    /// What a browser keeps of an answer.
    private func cookies(_ answer: RawResponse) -> [String: String] {
        var cookies: [String: String] = [:]
        for header in answer.headers where header.name.lowercased() == "set-cookie" {
            let pair = header.value.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
            cookies[String(pair[0])] = pair.count == 2 ? String(pair[1]) : ""
        }
        return cookies
    }

    private func token(_ page: RawResponse) -> String {
        page.text.firstMatch(of: #/name="_token" value="([^"]*)"/#).map { String($0.1) } ?? ""
    }

    /// Signs in as a browser does, and returns the cookie's line.
    private func signIn(_ api: TestAPI, _ secret: String, _ headers: String...) async throws -> String {
        let page = try await api.send("GET", "/sign-in", headers)
        let form = try #require(cookies(page).first { $0.key.hasSuffix("reprise-form") })
        let answer = try await api.send(
            "POST", "/sign-in",
            headers + [
                "Content-Type: application/x-www-form-urlencoded", "Cookie: \(form.key)=\(form.value)",
            ],
            body: Array("_token=\(token(page))&key=\(secret)&next=/v1/prompts".utf8))
        #expect(answer.status == 303 && answer.header("Location") == "/v1/prompts", "\(answer.text)")
        let session = try #require(cookies(answer).first { $0.key.hasSuffix("reprise-session") })
        return "Cookie: \(session.key)=\(session.value)"
    }

    @Test func `a browser is led to the page, signs in, works and leaves, without script`() async throws {
        try await TestAPI.run { api in
            let secret = try await api.key(.editor, name: "kim")
            let led = try await api.get("/v1/prompts?limit=2", "Accept: text/html,*/*;q=0.8")
            #expect(led.status == 303)
            #expect(led.header("Location") == "/sign-in?next=%2Fv1%2Fprompts%3Flimit%3D2")
            let session = try await signIn(api, secret)
            let page = try await api.get("/", session, "Accept: text/html")
            #expect(page.status == 200 && page.header("Cache-Control") == "no-store")
            let token = token(page)
            #expect(token.utf8.count == 81 && page.text.contains(#"class="sign-out" action="/sign-out""#))
            let written = try await api.post("/v1/prompts", "idea=a red fox&_token=\(token)", session)
            #expect(written.status == 201, "\(written.text)")
            let out = try await api.get("/sign-out", session)
            #expect(out.text.contains("kim") && self.token(out) != token)
            let left = try await api.post("/sign-out", "_token=\(token)", session)
            #expect(left.status == 303 && cookies(left)["reprise-session"] == "")
            #expect(try await api.get("/v1/prompts", session).status == 401)
        }
    }

    @Test func `a cookie alone writes nothing: every form carries the token of its session`() async throws {
        try await TestAPI.run { api in
            let session = try await signIn(api, try await api.key(.admin, name: "kim"))
            let other = try await signIn(api, try await api.key(.admin, name: "lee"))
            let foreign = token(try await api.get("/", other))
            let token = token(try await api.get("/", session))
            for form in ["idea=a", "idea=a&_token=", "idea=a&_token=x", "idea=a&_token=\(foreign)"] {
                let answer = try await api.post("/v1/prompts", form, session)
                #expect(answer.status == 403, "\(form)")
                #expect(answer.json["type"] as? String == "urn:reprise:problem:form-expired")
            }
            #expect(try await api.send("DELETE", "/v1/cache", [session], body: []).status == 403)
            let header = "X-Form-Token: \(token)"
            #expect(try await api.send("DELETE", "/v1/cache", [session, header], body: []).status == 204)
            #expect(
                try await api.post("/v1/prompts/batch", "idea=a&idea=b&_token=\(token)", session).status
                    == 200)
            // A script with a key has no session that somebody could ride on.
            let key = "Authorization: Bearer \(try await api.key(.editor))"
            #expect(try await api.post("/v1/prompts", "idea=a cat", key, session).status == 201)
        }
    }

    @Test(arguments: [("", false), ("X-Forwarded-Proto: https", true)])
    func `cookies are for this service only, and over TLS never sent without`(header: String, isSecure: Bool)
        async throws
    {
        try await TestAPI.run { api in
            let headers = header.isEmpty ? [] : [header]
            let page = try await api.send("GET", "/sign-in", headers)
            let line = try #require(page.header("Set-Cookie"))
            for part in ["Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=3600"] {
                #expect(line.contains(part))
            }
            #expect(!line.contains("Domain"))
            #expect(line.hasPrefix("__Host-") == isSecure && line.contains("; Secure") == isSecure)
        }
    }

    @Test func `a wrong key gets the page once more, and a form of another page nothing`() async throws {
        try await TestAPI.run { api in
            let secret = try await api.key(.editor)
            let page = try await api.get("/sign-in", "Accept-Language: ko")
            #expect(page.text.contains("<html lang=\"ko\">") && page.text.contains("로그인"))
            let cookie = "Cookie: reprise-form=\(cookies(page)["reprise-form"] ?? "")"
            let wrong = try await api.post("/sign-in", "_token=\(token(page))&key=rpk_x", cookie)
            #expect(wrong.status == 401 && wrong.text.contains("role=\"alert\""), "\(wrong.text)")
            #expect(cookies(wrong)["reprise-session"] == nil)
            for (form, header) in [
                ("key=\(secret)", cookie), ("key=\(secret)&_token=x", cookie),
                ("key=\(secret)&_token=\(token(page))", "X-None: 1"),
                ("key=\(secret)&_token=", "Cookie: reprise-form="),
            ] {
                #expect(try await api.post("/sign-in", form, header).status == 403, "\(form)")
            }
            let crossing = try await api.post(
                "/sign-in", "_token=\(token(page))&key=\(secret)", cookie, "Sec-Fetch-Site: cross-site")
            #expect(crossing.status == 403)
        }
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "",
        "/a\r\nSet-Cookie: x=1", "/sign-in?next=/", "/%0d",
    ])
    func `the way on leads nowhere else`(next: String) {
        #expect(SignIn.way(on: next) == (next == "/%0d" ? next : nil))
    }

    @Test func `what somebody types stands in the page as text`() async throws {
        try await TestAPI.run { api in
            _ = try await api.key(.editor)
            let hostile = "/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
            let page = try await api.get("/sign-in?next=\(hostile)")
            #expect(!page.text.contains("<script"))
            let name = #""><img src=x onerror=alert(1)>"#
            let session = try await signIn(api, try await api.key(.viewer, name: name))
            let out = try await api.get("/sign-out", session)
            #expect(!out.text.contains("<img") && out.text.contains("&lt;img"))
        }
    }
}
