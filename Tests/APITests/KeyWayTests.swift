import Domain
import Foundation
import Studio
import TestSupport
import Testing

@testable import API

/// Keys over HTTP: made, shown once, rotated, revoked; and what they let somebody do.
@Suite(.timeLimit(.minutes(5)))
struct KeyWayTests {
    private func bearer(_ secret: String) -> String { "Authorization: Bearer \(secret)" }

    @Test func `the first key closes the door, and its secret is seen once`() async throws {
        try await TestAPI.run { api in
            #expect(try await api.get("/v1/prompts").status == 200)
            let made = try await api.post("/v1/keys", "role=admin&name=mina")
            #expect(made.status == 201 && made.header("Cache-Control") == "no-store", "\(made.text)")
            let secret = try #require(made.json["secret"] as? String)
            #expect(try await api.get("/v1/prompts").status == 401)
            #expect(try await api.get("/v1/prompts", bearer(secret)).status == 200)
            let list = try await api.get("/v1/keys", bearer(secret))
            #expect(list.text.contains("mina") && !list.text.contains(secret.suffix(20)))
            #expect(!list.text.contains("scrypt"))
            let audit = try await api.get("/v1/audit", bearer(secret)).text
            #expect(audit.contains("createdKey") && !audit.contains(secret))
        }
    }

    @Test func `an admin makes, rotates and revokes keys; the next request knows`() async throws {
        try await TestAPI.run { api in
            let admin = bearer(try await api.key(.admin))
            let made = try await api.post("/v1/keys", "role=editor&name=kim&expires=90d", admin).json
            let (id, old) = (try #require(made["id"] as? String), try #require(made["secret"] as? String))
            #expect(made["endsAt"] != nil && made["state"] as? String == "valid")
            #expect(try await api.post("/v1/prompts", "idea=a puppy", bearer(old)).status == 201)
            let rotated = try await api.post("/v1/keys/\(id)/rotate", "overlap=1h", admin)
            #expect(rotated.status == 201, "\(rotated.text)")
            let new = try #require(rotated.json["secret"] as? String)
            for secret in [old, new] {
                #expect(try await api.get("/v1/prompts", bearer(secret)).status == 200)
            }
            api.clock.advance(by: .seconds(3600))
            let expired = try await api.get("/v1/prompts", bearer(old))
            #expect(expired.status == 401)
            #expect(expired.header("WWW-Authenticate")?.contains("invalid_token") == true)
            let newID = try #require(rotated.json["id"] as? String)
            let revoked = try await api.post("/v1/keys/\(newID)/revoke", "", admin)
            #expect(revoked.json["state"] as? String == "revoked")
            #expect(try await api.get("/v1/prompts", bearer(new)).status == 401)
            #expect(try await api.post("/v1/keys/\(newID)/rotate", "", admin).status == 409)
        }
    }

    @Test func `exactly the routes that make keys and sessions say that their answer is a secret`()
        async throws
    {
        try await TestAPI.run { api in
            #expect(
                Set(api.endpoints.filter(\.showsSecret).map(\.name)) == ["createKey", "rotateKey", "signIn"])
        }
    }

    @Test(arguments: [
        ("role=king", "role"), ("name=kim", "role"), ("role=viewer&name=a%00b", "name"),
        ("role=viewer&name=reprise", "name"), ("role=viewer&expires=yesterday", "expires"),
        ("role=viewer&expires=2001-01-01", "expires"), ("role=viewer&workspace=../etc", "workspace"),
        ("role=viewer&workspace=A", "workspace"),
    ])
    func `a key that makes no sense is refused by its field`(form: String, field: String) async throws {
        try await TestAPI.run { api in
            let answer = try await api.post("/v1/keys", form)
            #expect(answer.status == 422 && answer.json["field"] as? String == field, "\(answer.text)")
            #expect(try await api.desk.isOpen())
        }
    }

    @Test func `nothing crosses workspaces, whatever is asked for`() async throws {
        try await TestAPI.run { api in
            let other = Workspace(rawValue: "other")
            let (mine, theirs) = (
                bearer(try await api.key(.admin)), bearer(try await api.key(.admin, in: other))
            )
            let id = try #require(
                try await api.post("/v1/prompts", "idea=a red fox", mine).json["id"] as? String)
            let paths = [
                "/v1/prompts/\(id)", "/v1/prompts/\(id)/revisions", "/v1/prompts/\(id)/revisions/1",
                "/v1/prompts/\(id)/branches", "/v1/prompts/\(id)/labels",
                "/v1/prompts/\(id)/compare?from=1&to=1", "/v1/recommendations?draft=\(id)",
            ]
            for path in paths {
                #expect(try await api.get(path, mine).status == 200, "\(path)")
                #expect(try await api.get(path, theirs).status == 404, "\(path)")
            }
            for path in ["/v1/prompts", "/v1/audit", "/v1/edits", "/v1/keys", "/v1/trash"] {
                #expect(!(try await api.get(path, theirs).text.contains(id)), "\(path)")
            }
            for (path, form) in [
                ("/v1/prompts/\(id)/revisions", "text=x"), ("/v1/videos", "prompt=\(id)"),
                ("/v1/prompts/\(id)/uses", ""), ("/v1/prompts/\(id)/labels/production", "revision=1"),
            ] {
                #expect(try await api.post(path, form, theirs).status == 404, "\(path)")
            }
            #expect(try await api.send("DELETE", "/v1/trash/\(id)", [theirs], body: []).status == 404)
            // The same idea over there is a prompt of its own.
            let again = try await api.post("/v1/prompts", "idea=a red fox", theirs)
            #expect(again.status == 201 && again.json["id"] as? String != id)
            // Nor can their admin make a key for here.
            #expect(try await api.post("/v1/keys", "role=admin&workspace=default", theirs).status == 403)
        }
    }

    @Test func `four eyes and label rules look at the key, not at what a form says`() async throws {
        try await TestAPI.run { api in
            let kim = bearer(try await api.key(.reviewer, name: "kim"))
            let lee = bearer(try await api.key(.reviewer, name: "lee"))
            let park = bearer(try await api.key(.admin, name: "park"))
            let editor = bearer(try await api.key(.editor, name: "ann"))
            let id = try #require(
                try await api.post("/v1/prompts", "idea=a red fox", kim).json["id"] as? String)
            let prompt = "/v1/prompts/\(id)"
            #expect(try await api.post("\(prompt)/revisions", "text=A cat.", kim).status == 201)
            let pretending = try await api.post("\(prompt)/revisions", "text=A dog.&author=lee", kim)
            #expect(pretending.status == 422 && pretending.json["field"] as? String == "author")
            #expect(try await api.post("\(prompt)/revisions", "text=x", kim, "X-Author: lee").status == 422)
            #expect(
                try await api.post("/v1/label-rules/production", "protected=yes&approvals=1", park).status
                    == 200)
            let review = try #require(
                try await api.post("\(prompt)/reviews", "title=t", kim).json["id"] as? String)
            let verdicts = "/v1/reviews/\(review)/verdicts"
            let own = try await api.post(verdicts, "verdict=approve&reason=r", kim)
            #expect(own.json["type"] as? String == "urn:reprise:problem:own-approval")
            let label = "\(prompt)/labels/production"
            #expect(try await api.post(label, "revision=2", editor).status == 403)
            #expect(try await api.post(label, "revision=2", lee).status == 409)
            #expect(try await api.post(verdicts, "verdict=approve&reason=r", lee).status == 201)
            #expect(try await api.post(label, "revision=2", lee).status == 200)
            let entries = try await api.get("/v1/audit?prompt=\(id)", park).json["entries"]
            let actors = (entries as? [[String: Any]] ?? []).compactMap { $0["actor"] as? String }
            #expect(actors.sorted() == ["kim", "kim", "kim", "lee", "lee"])
        }
    }

    @Test func `an event stream ends when the key of its reader is taken back`() async throws {
        try await TestAPI.run { api in
            let secret = try await api.key(.admin)
            let id = try await api.post("/v1/prompts", "idea=a red fox", bearer(secret)).json["id"]
            let job = try #require(
                try await api.post("/v1/videos", "prompt=\(id ?? "")", bearer(secret)).json["id"] as? String)
            let client = try api.connect()
            await client.send(
                "GET /v1/videos/\(job)/events HTTP/1.1\r\nHost: test\r\n\(bearer(secret))\r\n\r\n")
            _ = try await client.read(through: "\"state\":\"queued\"")
            let key = try #require(try await api.desk.keys(in: nil, by: .service).first)
            _ = try await api.desk.revoke(key.id, in: .standard, by: .service)
            let other = bearer(try await api.key(.admin))
            #expect(try await api.post("/v1/videos/\(job)/cancel", "", other).status == 200)
            let rest = String(decoding: await client.readToEnd(), as: UTF8.self)
            #expect(!rest.contains("cancelled"))
        }
    }

    @Test func `how each part is doing is for those who operate it`() async throws {
        try await TestAPI.run { api in
            let (viewer, operating) = (try await api.key(.viewer), try await api.key(.operator))
            for (headers, isWhole) in [
                ([], false), ([bearer(viewer)], false), ([bearer("rpk_x")], false),
                ([bearer(operating)], true),
            ] {
                let answer = try await api.send("GET", "/readyz", headers)
                #expect(answer.status == 200)
                #expect((answer.json["parts"] as? [Any])?.isEmpty != isWhole)
            }
            #expect(try await api.get("/metrics", bearer(viewer)).status == 403)
            let metrics = try await api.get("/metrics", bearer(operating)).text
            #expect(metrics.contains(#"reprise_access_refusals_total{reason="not_permitted"} 1"#))
        }
    }
}
