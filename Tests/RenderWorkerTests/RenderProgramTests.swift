import Domain
import Foundation
import TestSupport
import Testing

/// The worker as a program, spoken to by hand.
@Suite(.timeLimit(.minutes(5)))
struct RenderProgramTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [
        "", "{}", "not JSON", "[1,2", "{\"id\":7}", "\u{FFFD}", String(repeating: "[", count: 10_000),
    ])
    func `a malformed line is refused, and the worker lives on`(line: String) async throws {
        let reports = try await talk([line, try text(order("a"))])
        #expect(reports.first?.event == .failed)
        #expect(reports.first?.failure?.reason == .invalidRequest)
        #expect(reports.last?.event == .done)
        #expect(reports.last?.id == "a")
    }

    @Test(arguments: [
        ("\"width\":128", "\"width\":0"), ("\"width\":128", "\"width\":129"),
        ("\"height\":72", "\"height\":100000"),
        ("\"framesPerSecond\":12", "\"framesPerSecond\":241"),
        ("\"durationSeconds\":1", "\"durationSeconds\":-1"),
    ])
    func `a format out of range is refused, and the worker lives on`(old: String, new: String) async throws {
        let good = try text(order("a"))
        let bad = good.replacingOccurrences(of: old, with: new)
        try #require(bad != good)
        let reports = try await talk([bad, good])
        #expect(reports.first?.failure?.reason == .invalidRequest)
        #expect(reports.last?.event == .done)
    }

    @Test func `orders are made one after the other, with progress`() async throws {
        let reports = try await talk([try text(order("a")), try text(order("b"))])
        #expect(reports.filter { $0.event == .done }.map(\.id) == ["a", "b"])
        #expect(reports.contains { $0.event == .progress && $0.id == "a" })
    }

    @Test func `a folder that is not there is a fault of storage`() async throws {
        let reports = try await talk([try text(order("none/a")), try text(order("b"))])
        #expect(reports.first { $0.event == .failed }?.failure?.reason == .storage)
        #expect(reports.last?.event == .done)
    }

    @Test(.enabled(if: SmallDisk.isPossible, "only root may mount a small file system"))
    func `a full disk is a fault of storage, and the worker lives on`() async throws {
        let disk = try SmallDisk(kilobytes: 64)
        let full = try text(order("a", in: disk.path, width: 640, height: 360))
        let reports = try await talk([full, try text(order("b"))])
        let failure = try #require(reports.first { $0.event == .failed }?.failure)
        #expect(failure.reason == .storage)
        #expect(failure.message.contains("full"))
        #expect(reports.last?.event == .done)
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
    }

    @Test func `a film is joined, a clip that is none is named, and the worker lives on`() async throws {
        let film = { (clips: [String]) in
            let order = FilmOrder(
                id: "film", clips: clips.map { folder.file($0) }, film: folder.file("film.webm"), title: "")
            return String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
        }
        let reports = try await talk([
            try text(order("a")), try text(order("b")), try film(["a.webm", "a.jpg"]),
            try film(["a.webm", "b.webm"]),
        ])
        let failure = try #require(reports.first { $0.event == .failed }?.failure)
        #expect(failure.reason == .invalidRequest)
        #expect(failure.message.contains("Clip 2"))
        #expect(reports.last?.film == RenderReport.Film(seconds: 2, copied: 2, lostSound: false))
    }

    @Test func `without any font the picture is drawn all the same`() async throws {
        let configuration = folder.file("fonts.conf")
        try Data("<fontconfig><dir>/none</dir></fontconfig>".utf8).write(to: URL(filePath: configuration))
        let ending = try await ChildProcess(
            Rendered.worker, environment: ["FONTCONFIG_FILE": configuration],
            input: try text(order("a")) + "\n"
        ).ending()
        #expect(ending.code == 0)
        #expect(ending.output.contains("\"done\""))
    }

    private func order(
        _ name: String, in path: String? = nil, width: Int = 128, height: Int = 72
    ) throws -> RenderOrder {
        let place = (path ?? folder.path) + "/" + name
        return RenderOrder(
            id: name, request: try Rendered.request(width: width, height: height), video: place + ".webm",
            thumbnail: place + ".jpg", isSubstitute: false)
    }

    private func text(_ order: RenderOrder) throws -> String {
        String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
    }

    /// Gives the worker lines and the end of its input, and returns its reports when it has ended.
    private func talk(_ lines: [String]) async throws -> [RenderReport] {
        let ending = try await ChildProcess(
            Rendered.worker, input: lines.map { $0 + "\n" }.joined()
        ).ending()
        #expect(ending.code == 0)
        return try ending.output.split(separator: "\n").map {
            try JSONDecoder().decode(RenderReport.self, from: Data($0.utf8))
        }
    }
}
