import CPOSIX
import Domain
import FoundationEssentials
import Glibc
import LocalVideo

/// The media worker: orders on standard input, reports on standard output, one JSON object a line.
///
/// It stays warm for the next order and ends with its input. Two ways of working are for looking closer:
/// `--still 0...1` writes only the thumbnail, of that moment; `--frames` writes no file and no reports,
/// but every frame to standard output as raw I420.
@main
enum RenderProgram {
    private enum Mode {
        case video, frames
        case still(Double)
    }

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        guard cposix_die_with_parent() == 0 else { exit(71) }
        ResourceLimits.apply()
        let mode = mode()
        while let line = readLine(strippingNewline: true) {
            ResourceLimits.allowNextOrder()
            answer(line, mode)
        }
    }

    private static func mode() -> Mode {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.isEmpty { return .video }
        if arguments == ["--frames"] { return .frames }
        guard arguments.count == 2, arguments.first == "--still",
            let share = arguments.last.flatMap(Double.init)
        else {
            complain("usage: reprise-render [--still SHARE | --frames]")
            exit(2)
        }
        return .still(share)
    }

    private static func answer(_ line: String, _ mode: Mode) {
        let data = Data(line.utf8)
        if let order = try? JSONDecoder().decode(RenderOrder.self, from: data) {
            carryOut(order.id) { () throws(ProviderError) in try make(order, mode) }
        } else if let order = try? JSONDecoder().decode(FilmOrder.self, from: data) {
            carryOut(order.id) { () throws(ProviderError) in
                let film = try LocalRenderer.join(order) {
                    report(RenderReport(id: order.id, event: .progress, progress: $0))
                }
                var done = RenderReport(id: order.id, event: .done, progress: 1)
                done.film = film
                return done
            }
        } else if let order = try? JSONDecoder().decode(StillOrder.self, from: data) {
            carryOut(order.id) { () throws(ProviderError) in
                try LocalRenderer.takeStill(order)
                return RenderReport(id: order.id, event: .done, progress: 1)
            }
        } else if let order = try? JSONDecoder().decode(PictureOrder.self, from: data) {
            carryOut(order.id) { () throws(ProviderError) in
                try LocalRenderer.rewritePicture(order)
                return RenderReport(id: order.id, event: .done, progress: 1)
            }
        } else {
            let failure = VideoJob.Failure(
                reason: .invalidRequest, message: "The order is none for a video, a film or a still in JSON")
            report(RenderReport(id: "", event: .failed, failure: failure))
        }
    }

    /// Makes a video; nothing is reported of raw frames.
    private static func make(_ order: RenderOrder, _ mode: Mode) throws(ProviderError) -> RenderReport? {
        switch mode {
        case .video:
            let threads = ProcessInfo.processInfo.activeProcessorCount
            try LocalRenderer.render(order, threads: threads) {
                report(RenderReport(id: order.id, event: .progress, progress: $0))
            }
        case .still(let share): try LocalRenderer.renderStill(order, at: share)
        case .frames:
            try LocalRenderer.renderFrames(order) { pour(UnsafeRawBufferPointer($0)) }
            return nil
        }
        return RenderReport(id: order.id, event: .done, progress: 1)
    }

    /// Writes all of it to standard output.
    private static func pour(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { exit(74) }
            rest = rest.dropFirst(written)
        }
    }

    private static func carryOut(_ id: String, _ work: () throws(ProviderError) -> RenderReport?) {
        do throws(ProviderError) {
            if let done = try work() { report(done) }
        } catch {
            if let detail = error.detail { complain("\(id): \(detail)") }
            let failure = VideoJob.Failure(reason: error.code, message: error.message)
            report(RenderReport(id: id, event: .failed, failure: failure))
        }
    }

    private static func complain(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }

    private static func report(_ report: RenderReport) {
        guard let line = try? JSONEncoder().encode(report) else { return }
        print(String(decoding: line, as: UTF8.self))
        // Whoever reads has gone; so has the reason to work.
        guard fflush(nil) == 0 else { exit(74) }
    }
}
