import Synchronization

/// Keeps a message that comes again and again from filling the disk.
///
/// In each second the first lines with a message are written, and of the rest every hundredth; the next
/// line that is written says how many were left out.
final class RepeatSampler: Sendable {
    private static let share = 100
    /// Messages are constants of the program, so there are not many; this is for the one who forgets.
    private static let mostMessages = 1000

    private struct Message {
        var second: Int64
        var seen = 0
        var omitted = 0
    }

    private let burst: Int
    private let messages = Mutex<[UInt: Message]>([:])

    /// - Parameter burst: How many lines a second; 0 admits all.
    init(burst: Int) { self.burst = burst }

    /// Returns how many lines with this message were left out since the last one that was written; nil to
    /// leave this one out as well.
    ///
    /// - Parameters:
    ///   - message: A constant; its address tells it from others.
    ///   - milliseconds: The time since 1970.
    func admit(_ message: StaticString, at milliseconds: Int64) -> Int? {
        guard burst > 0, message.hasPointerRepresentation else { return 0 }
        let (key, second) = (UInt(bitPattern: message.utf8Start), milliseconds / 1000)
        return messages.withLock { messages in
            if messages.count >= Self.mostMessages { messages.removeAll() }
            var entry = messages[key] ?? Message(second: second)
            if entry.second != second { (entry.second, entry.seen) = (second, 0) }
            entry.seen += 1
            let isWritten = entry.seen <= burst || (entry.seen - burst) % Self.share == 0
            let omitted = entry.omitted
            entry.omitted = isWritten ? 0 : omitted + 1
            messages[key] = entry
            return isWritten ? omitted : nil
        }
    }
}
