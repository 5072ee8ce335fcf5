import CPOSIX
import Domain
import FoundationEssentials
import Glibc
import LocalVideo

/// The media worker: orders on standard input, reports on standard output, one JSON object a line.
///
/// It stays warm for the next order and ends with its input. `--still 0...1` writes only the thumbnail,
/// of that moment.
@main
enum RenderProgram {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        guard cposix_die_with_parent() == 0 else { exit(71) }
        ResourceLimits.apply()
        let still = stillShare()
        while let line = readLine(strippingNewline: true) {
            ResourceLimits.allowNextOrder()
            answer(line, still: still)
        }
    }

    private static func stillShare() -> Double? {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else { return nil }
        guard arguments.count == 3, arguments[1] == "--still", let share = Double(arguments[2]) else {
            complain("usage: reprise-render [--still SHARE]")
            exit(2)
        }
        return share
    }

    private static func answer(_ line: String, still: Double?) {
        guard let order = try? JSONDecoder().decode(RenderOrder.self, from: Data(line.utf8)) else {
            let failure = VideoJob.Failure(
                reason: .invalidRequest, message: "The order is not a render order in JSON")
            return report(RenderReport(id: "", event: .failed, failure: failure))
        }
        do throws(ProviderError) {
            if let still {
                try LocalRenderer.renderStill(order, at: still)
            } else {
                try LocalRenderer.render(order) {
                    report(RenderReport(id: order.id, event: .progress, progress: $0))
                }
            }
            report(RenderReport(id: order.id, event: .done, progress: 1))
        } catch {
            if let detail = error.detail { complain("\(order.id): \(detail)") }
            let failure = VideoJob.Failure(reason: error.code, message: error.message)
            report(RenderReport(id: order.id, event: .failed, failure: failure))
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
