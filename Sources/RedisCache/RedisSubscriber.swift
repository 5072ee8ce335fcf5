import BlockingExecutor
package import Domain
import Synchronization

/// Hears what other instances say through Redis, on a connection and a thread of its own.
///
/// While Redis is away nothing is heard and nothing is lost that matters: what was forgotten is seen at
/// the next look-up, and runners look for jobs by themselves.
package final class RedisSubscriber: Sendable {
    /// What is done with what is heard.
    package struct Handlers: Sendable {
        package var forgotten: @Sendable (CacheScope) -> Void = { _ in }
        package var jobs: @Sendable () -> Void = {}
        package var split: @Sendable (Split) -> Void = { _ in }

        package init() {}
    }

    private final class Shared: Sendable {
        let isEnded = Atomic<Bool>(false)
        let isListening = Atomic<Bool>(false)
    }

    private let shared = Shared()

    /// Whether it hears now.
    package var isListening: Bool { shared.isListening.load(ordering: .relaxed) }

    package init(to address: RedisAddress, prefix: String = "reprise", handlers: Handlers) {
        let channel = RedisKeys(prefix: prefix).channel
        NamedThread.start("redis-push") { [shared] in
            var state = LinkState<ContinuousClock.Instant>(at: .now)
            while !shared.isEnded.load(ordering: .relaxed) {
                do throws(RedisError) {
                    try Self.listen(to: address, channel: channel, shared, handlers)
                } catch {
                    shared.isListening.store(false, ordering: .relaxed)
                    state.failed(at: .now, because: "\(error)", jitter: Double.random(in: 0...1))
                    BlockingPause.wait(milliseconds: 200)
                }
            }
        }
    }

    deinit { shared.isEnded.store(true, ordering: .relaxed) }

    private static func listen(
        to address: RedisAddress, channel: [UInt8], _ shared: Shared, _ handlers: Handlers
    ) throws(RedisError) {
        let connection = try RedisConnection.open(to: address, by: .now.advanced(by: .seconds(1)))
        try connection.send(
            RedisCommand([UInt8](redis: "SUBSCRIBE"), channel), by: .now.advanced(by: .seconds(1)))
        // From its reply on, nothing that is said is missed.
        _ = try connection.receive(1, by: .now.advanced(by: .seconds(1)))
        shared.isListening.store(true, ordering: .relaxed)
        while !shared.isEnded.load(ordering: .relaxed) {
            guard let message = try next(of: connection) else { continue }
            switch message {
            case .scope(let scope): handlers.forgotten(scope)
            case .jobs: handlers.jobs()
            case .split(let split): handlers.split(split)
            }
        }
    }

    /// The next message; nil when none came for a while, or it is another reply.
    private static func next(of connection: borrowing RedisConnection) throws(RedisError) -> PushMessage? {
        do throws(RedisError) {
            let reply = try connection.receive(1, by: .now.advanced(by: .seconds(1)))[0]
            guard let parts = reply.list, parts.count == 3, parts[0] == .bytes([UInt8](redis: "message"))
            else { return nil }
            return parts[2].bytes.flatMap(PushMessage.init)
        } catch .timedOut {
            // Quiet for a second: ask whether it is still there.
            try connection.send(RedisCommand([UInt8](redis: "PING")), by: .now.advanced(by: .seconds(1)))
            return nil
        }
    }
}
