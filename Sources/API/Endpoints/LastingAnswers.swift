import Synchronization

/// Answers that are the same as long as the process runs, each written once.
final class LastingAnswers: Sendable {
    private let kept = Mutex<[String: [UInt8]]>([:])

    /// The bytes of this name; two that ask at the same time may both write them.
    func bytes(of name: String, _ write: () throws -> [UInt8]) rethrows -> [UInt8] {
        if let bytes = kept.withLock({ $0[name] }) { return bytes }
        let bytes = try write()
        kept.withLock { $0[name] = bytes }
        return bytes
    }
}
