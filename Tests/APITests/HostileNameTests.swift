import Foundation
import HTTPServer
import TestSupport
import Testing

@testable import API

/// Identifiers and names from outside never become paths.
@Suite(.timeLimit(.minutes(5)))
struct HostileNameTests {
    private static let names = [
        "..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "..%5c..%5c", "%00", "a%00.webm",
        "~root",
        "file:%2f%2f%2fetc%2fpasswd", "01ARZ3NDEKTSV4RRFFQ69G5FA%2f", "01ARZ3NDEKTSV4RRFFQ69G5FAV.webm",
        "C:", "%252e%252e%252f", "%c0%ae%c0%ae%2f", "$(id)", "';--", "*", "%ef%bc%8e%ef%bc%8e",
    ]

    @Test func `no route with a part takes a name that is a path`() async throws {
        try await TestAPI.run { api in
            let routes = api.endpoints.filter { $0.pattern.contains("{") }
            for endpoint in routes {
                for name in Self.names {
                    let target = endpoint.pattern.split(separator: "/").map { part in
                        part.hasPrefix("{") ? name : String(part)
                    }.joined(separator: "/")
                    let answer = try await api.send(
                        endpoint.method.rawValue, "/" + target, body: endpoint.method == .get ? nil : [])
                    #expect(
                        (400..<500).contains(answer.status) || Self.isName(endpoint, answer),
                        "\(endpoint.method.rawValue) /\(target): \(answer.status)")
                    #expect(!answer.text.contains("root:") && !answer.text.contains(NSTemporaryDirectory()))
                }
            }
        }
    }

    /// Names of labels and parts of the cache are looked up in a list, whatever letters they have.
    private static func isName(_ endpoint: Endpoint, _ answer: RawResponse) -> Bool {
        ["setLabelRule", "forgetPart"].contains(endpoint.name) && answer.status < 300
    }

    @Test func `a file that somebody sends is refused, and its name used for nothing`() async throws {
        try await TestAPI.run { api in
            let body = """
                --b\r\nContent-Disposition: form-data; name="idea"; filename="../../x"\r\n\
                Content-Type: image/svg+xml\r\n\r\n<svg onload="alert(1)"/>\r\n--b--\r\n
                """
            let answer = try await api.send(
                "POST", "/v1/prompts", ["Content-Type: multipart/form-data; boundary=b"],
                body: Array(body.utf8))
            #expect(answer.status == 422 && answer.json["field"] as? String == "idea", "\(answer.text)")
        }
    }
}
