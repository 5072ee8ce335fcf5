import Domain
import Foundation
import SQLiteStore
import Studio
import TestSupport
import VideoFolder
import Testing

@Suite(.timeLimit(.minutes(5)))
struct VideoTests {
    private static let picture = SampleVideo.thumbnail
    private static let video = SampleVideo.webm(seconds: 2)

    @Test func `a job is made, followed to its end, and its file is served in parts`() async throws {
        try await TestAPI.run { api in
            let prompt = try await api.write()
            let asked = try await api.post(
                "/v1/videos", "prompt=\(prompt)&duration=2&aspect=9:16&captions=no")
            #expect(asked.status == 202, "\(asked.text)")
            let path = try #require(asked.header("Location"))
            let format = try #require(asked.json["format"] as? [String: Any])
            #expect(format["width"] as? Int == 720 && format["height"] as? Int == 1280)
            #expect(format["durationSeconds"] as? Int == 2)

            let early = try await api.get(path + "/content")
            #expect(early.status == 409 && early.header("Retry-After") != nil)
            async let events = api.get(path + "/events")
            try await finish(api)
            let told = try await events
            #expect(told.header("Content-Type") == "text/event-stream")
            #expect(told.text.contains("event: progress") && told.text.contains("id: 2"))
            #expect(told.text.contains(#""state":"succeeded""#))
            #expect(try await api.get(path + "/events", "Last-Event-ID: 2").status == 204)
            try await check(path, on: api)
        }
    }

    private static let smallPicture = Array("RIFF0000WEBP".utf8)

    private func check(_ path: String, on api: TestAPI) async throws {
        let result = try await api.get(path + "/result")
        #expect(result.status == 303 && result.header("Location") == path + "/content")
        let whole = try await api.get(path + "/content")
        #expect(whole.status == 200 && whole.body == Self.video)
        #expect(whole.header("Content-Type") == "video/webm")
        let tag = try #require(whole.header("ETag"))
        #expect(try await api.get(path + "/content", "If-None-Match: \(tag)").status == 304)
        let part = try await api.get(path + "/content", "Range: bytes=0-3")
        #expect(part.status == 206 && part.body == Array(Self.video.prefix(4)))
        let past = try await api.get(path + "/content", "Range: bytes=\(Self.video.count)-")
        #expect(past.status == 416 && past.header("Content-Type") == "application/problem+json")
        let picture = try await api.get(path + "/thumbnail")
        #expect(picture.body == Self.picture && picture.header("Content-Type") == "image/jpeg")
        let small = try await api.get(path + "/thumbnail?format=webp")
        #expect(small.body == Self.smallPicture && small.header("Content-Type") == "image/webp")
        let sheet = try await api.get(path + "/contact-sheet")
        #expect(sheet.body == Self.picture && sheet.header("Content-Type") == "image/jpeg")
        let strange = try await api.get(path + "/thumbnail?format=gif")
        #expect(strange.status == 422 && strange.json["field"] as? String == "format")
    }

    @Test func `a cancelled job has no video and says so`() async throws {
        try await TestAPI.run { api in
            let asked = try await api.post("/v1/videos", "prompt=\(try await api.write())")
            let path = try #require(asked.header("Location"))
            let waiting = try await api.get(path + "/result")
            #expect(waiting.status == 202 && waiting.header("Retry-After") == "1")
            #expect(try await api.post(path + "/cancel", "").json["state"] as? String == "cancelled")
            let answer = try await api.get(path + "/content")
            #expect(answer.status == 409)
            #expect(try await api.get(path + "/result").status == 409)
            #expect(answer.json["type"] as? String == "urn:reprise:problem:no-video")
        }
    }

    @Test(arguments: [
        ("width=640", "height"), ("height=640", "width"), ("width=641&height=360", "width"),
        ("width=0&height=0", "width"), ("width=-2&height=64", "width"), ("width=62&height=64", "width"),
        ("width=1922&height=64", "width"), ("width=99999999999999999999&height=64", "width"),
        ("width=640&height=360&aspect=1:1", "aspect"), ("fps=0", "fps"), ("fps=241", "fps"),
        ("fps=23.976", "fps"), ("duration=61", "duration"), ("duration=0", "duration"),
        ("duration=0.1", "duration"), ("duration=ten", "duration"), ("duration=1e9", "duration"),
        ("captions=maybe", "captions"), ("mark=maybe", "mark"), ("title=maybe", "title"),
        ("revision=0", "revision"),
    ])
    func `a format that cannot be is refused by name`(form: String, field: String) async throws {
        try await TestAPI.run { api in
            let answer = try await api.post("/v1/videos", "prompt=\(try await api.write())&\(form)")
            #expect(answer.status == 422 && answer.json["field"] as? String == field, "\(answer.text)")
        }
    }

    /// Does what the runner does when a provider has delivered.
    private func finish(_ api: TestAPI) async throws {
        let now = ManualWallClock().now()
        var job = try #require(
            try await api.store.claim(.rendering(by: "local"), owner: "test", at: now, for: .seconds(60)))
        let target = try await api.shelf.reserve(for: job.id, format: job.request.format)
        try Data(Self.video).write(to: URL(filePath: target.video))
        try Data(Self.picture).write(to: URL(filePath: target.thumbnail))
        try Data(Self.smallPicture).write(to: URL(filePath: target.smallThumbnail))
        try Data(Self.picture).write(to: URL(filePath: target.contactSheet))
        job.result = try await api.shelf.keep(target, of: job.id, isSubstitute: false, lasting: 2)
        job.end(as: .succeeded, at: now)
        job.progress = 1
        try await api.store.save(job)
        api.journal.announce(job)
    }
}
