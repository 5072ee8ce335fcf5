import Domain
import Foundation
import LocalVideo
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct LocalRendererTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `the bytes are the same for any number of threads`() throws {
        let files = try [1, 2, 3, 7].map { threads in
            let order = try order("\(threads)", seconds: 7)
            try LocalRenderer.render(order, threads: threads) { _ in }
            return try Data(contentsOf: URL(filePath: order.video))
        }
        #expect(Set(files).count == 1)
    }

    @Test func `progress only grows, whoever reports it`() throws {
        let heard = Reports()
        try LocalRenderer.render(try order("a", seconds: 7), threads: 2) { heard.add($0) }
        #expect(heard.all == heard.all.sorted())
        #expect(heard.all.last ?? 0 > 0.8)
    }

    @Test func `the still pictures lie beside the video`() throws {
        var order = try order("a", seconds: 1)
        order.smallThumbnail = folder.file("a.webp")
        order.contactSheet = folder.file("a-sheet.jpg")
        try LocalRenderer.render(order) { _ in }
        let start = { (path: String) in try Data(contentsOf: URL(filePath: path)).prefix(4) }
        #expect(try start(order.thumbnail).prefix(2) == Data([0xFF, 0xD8]))
        #expect(try start(folder.file("a.webp")) == Data("RIFF".utf8))
        #expect(try start(folder.file("a-sheet.jpg")).prefix(2) == Data([0xFF, 0xD8]))
    }

    @Test func `a video that cannot be written leaves nothing`() throws {
        var order = try order("none/a", seconds: 1)
        order.contactSheet = folder.file("sheet.jpg")
        let error = #expect(throws: ProviderError.self) { try LocalRenderer.render(order) { _ in } }
        #expect(error?.code == .storage)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test(arguments: ["a", "none/a"])
    func `clips become a film, or the reason why not`(name: String) throws {
        let clips = try ["one", "two"].map { name in
            let order = try order(name, seconds: 2)
            try LocalRenderer.render(order) { _ in }
            return order.video
        }
        let film = FilmOrder(id: "f", clips: clips, film: folder.file(name + ".webm"), title: "film")
        if name == "a" {
            let made = try LocalRenderer.join(film) { _ in }
            #expect(made == RenderReport.Film(seconds: 4, copied: 2, lostSound: false))
        } else {
            let error = #expect(throws: ProviderError.self) { try LocalRenderer.join(film) { _ in } }
            #expect(error?.code == .storage)
        }
    }

    private func order(_ name: String, seconds: Int) throws -> RenderOrder {
        let request = VideoRequest(
            text: "A dog runs in the snow, then sleeps by a campfire", idea: "눈밭의 강아지",
            model: ModelName(rawValue: "test"),
            format: try VideoFormat(width: 128, height: 72, framesPerSecond: 12, durationSeconds: seconds),
            seed: 4)
        return RenderOrder(
            id: name, request: request, video: folder.file(name + ".webm"),
            thumbnail: folder.file(name + ".jpg"), isSubstitute: false)
    }
}

/// What was reported, from any thread.
private final class Reports: @unchecked Sendable {
    // @unchecked: the renderer calls from one thread at a time.
    var all: [Double] = []

    func add(_ share: Double) { all.append(share) }
}
