import Synchronization

/// Spans that wait for their export; when there are too many, new ones are dropped and counted.
package final class SpanQueue: Sendable {
    private struct State {
        var spans: [FinishedSpan] = []
        var dropped = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameter capacity: The most spans that wait.
    package init(capacity: Int = 4096) { self.capacity = capacity }

    func add(_ span: FinishedSpan) {
        state.withLock { state in
            if state.spans.count < capacity { state.spans.append(span) } else { state.dropped += 1 }
        }
    }

    /// Takes the oldest spans, at most `count`.
    package func take(atMost count: Int) -> [FinishedSpan] {
        state.withLock { state in
            let taken = Array(state.spans.prefix(count))
            state.spans.removeFirst(taken.count)
            return taken
        }
    }

    /// How many wait.
    package var count: Int { state.withLock { $0.spans.count } }

    /// How many found no room since the start.
    package var dropped: Int { state.withLock { $0.dropped } }
}
