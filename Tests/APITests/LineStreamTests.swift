import Foundation
import TestSupport
import Testing

/// Prompts in bulk, line by line in both directions.
@Suite(.timeLimit(.minutes(5)))
struct LineStreamTests {
    private static let head =
        "POST /v1/prompts/stream HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-ndjson\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n"

    private func chunk(_ text: String) -> String { String(text.utf8.count, radix: 16) + "\r\n\(text)\r\n" }

    @Test func `each line is answered before the next one is sent`() async throws {
        try await TestAPI.run { api in
            let client = try api.connect()
            await client.send(Self.head)
            for (index, line) in [#""a dog in the snow""#, #"{"idea":""}"#, "nonsense", #"{"idea":"a cat"}"#]
                .enumerated()
            {
                await client.send(chunk(line + "\n"))
                if index == 0 { _ = try await client.read(through: "\r\n\r\n") }
                let size = try await client.read(through: "\r\n")
                #expect(Int(size.dropLast(), radix: 16) != nil)
                let answer = try await client.read(through: "\n\r\n")
                let item = try #require(
                    try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
                #expect(item["index"] as? Int == index)
                #expect(item["status"] as? Int == [201, 422, 400, 201][index], "\(answer)")
            }
            await client.send("0\r\n\r\n")
            #expect(try await client.read(through: "\r\n\r\n") == "0\r\n\r\n")
        }
    }

    @Test func `all prompts come as lines`() async throws {
        try await TestAPI.run { api in
            for number in 0..<5 { _ = try await api.write("\(number) red balloons over a lake") }
            let client = try api.connect()
            await client.send("GET /v1/prompts/stream HTTP/1.0\r\nAccept: application/x-ndjson\r\n\r\n")
            let answer = try await client.response()
            #expect(answer.header("Content-Type") == "application/x-ndjson")
            let ideas = answer.text.split(separator: "\n").map { line in
                ((try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any])?["idea"]
                    as? String
            }
            let all = (0..<5).map { "\($0) red balloons over a lake" }
            #expect(Set(ideas) == Set(all) && ideas.count == 5)
        }
    }

    @Test func `other bodies than lines are refused`() async throws {
        try await TestAPI.run { api in
            let answer = try await api.post("/v1/prompts/stream", "idea=a dog")
            #expect(answer.status == 415 && answer.json["field"] as? String == "Content-Type")
        }
    }
}
