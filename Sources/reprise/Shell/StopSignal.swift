import Dispatch
import Foundation

/// The wish to stop: SIGINT (Ctrl-C) or SIGTERM.
///
/// Made before the service says that it serves, so that no signal finds the default action.
struct StopSignal {
    private static let numbers = [SIGINT, SIGTERM]

    private let wishes: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    init() {
        let (wishes, continuation) = AsyncStream<Void>.makeStream()
        self.wishes = wishes
        sources = Self.numbers.map { number in
            // The default action would end the process before the source hears of it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
    }

    /// Waits for the first signal; a second one ends the program at once.
    func wait() async {
        for await _ in wishes { break }
        for number in Self.numbers { signal(number, SIG_DFL) }
        for source in sources { source.cancel() }
    }
}
