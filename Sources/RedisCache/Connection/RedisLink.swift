import BlockingExecutor
import Domain
import Synchronization

/// The connection to Redis that all of a process shares.
///
/// What is asked at the same time is sent together. No call waits for a connection to be made: while
/// there is none it fails at once and has one made behind its back; a call that was sent fails when its
/// time is over. Blocking happens on a thread of its own.
package final class RedisLink: Sendable {
    /// How long things may take.
    package struct Limits: Sendable {
        /// A command, from asking to its reply; 25 ms by default.
        package var command: Duration = .milliseconds(25)
        /// A connection, from the name to the first reply; 250 ms by default.
        package var connection: Duration = .milliseconds(250)

        package init() {}
    }

    fileprivate typealias Answer = Result<[RedisReply], RedisError>

    fileprivate enum Work: Sendable {
        case connect(@Sendable (Bool) -> Void)
        case run([RedisCommand], by: RedisSocket.Deadline, @Sendable (Answer) -> Void)
    }

    fileprivate final class Shared: Sendable {
        let state = Mutex(LinkState<ContinuousClock.Instant>(at: .now))
    }

    package let address: RedisAddress
    private let limits: Limits
    private let queue = BlockingQueue<Work>()
    private let shared = Shared()

    package init(to address: RedisAddress, limits: Limits = Limits()) {
        (self.address, self.limits) = (address, limits)
        NamedThread.start("redis") { [queue, shared] in
            var worker = LinkWorker(address: address, limits: limits, shared: shared)
            while let batch = queue.takeAll() { worker.work(on: batch) }
        }
    }

    deinit { queue.close() }

    package var isUp: Bool { shared.state.withLock(\.isUp) }

    /// Why it is not up, for people.
    package var reason: String { shared.state.withLock(\.reason) }

    /// Makes the connection unless there is one or it was tried just now, and waits for what comes of it.
    @discardableResult
    package func connect() async -> Bool {
        guard shared.state.withLock({ $0.startsConnecting(at: .now) }) else { return isUp }
        return await withCheckedContinuation { continuation in
            queue.append(.connect { continuation.resume(returning: $0) })
        }
    }

    /// Runs commands in order and returns their replies.
    ///
    /// - Parameters:
    ///   - commands: Sent together; other callers' commands stand before or behind all of them.
    ///   - limit: How long it may take; ``Limits/command`` when nil.
    /// - Throws: ``RedisError``; a refused command is a reply and no error.
    package func run(_ commands: [RedisCommand], within limit: Duration? = nil) async throws(RedisError)
        -> [RedisReply]
    {
        guard isUp else {
            if shared.state.withLock({ $0.startsConnecting(at: .now) }) { queue.append(.connect { _ in }) }
            throw .away
        }
        let patience = min(limit ?? limits.command, RequestDeadline.remaining ?? .seconds(3600))
        let deadline = ContinuousClock.now.advanced(by: patience)
        let answer = await withCheckedContinuation { continuation in
            queue.append(.run(commands, by: deadline) { continuation.resume(returning: $0) })
        }
        return try answer.get()
    }
}

/// What the link's thread does.
private struct LinkWorker: ~Copyable {
    let address: RedisAddress
    let limits: RedisLink.Limits
    let shared: RedisLink.Shared
    private var connection: RedisConnection?

    init(address: RedisAddress, limits: RedisLink.Limits, shared: RedisLink.Shared) {
        (self.address, self.limits, self.shared) = (address, limits, shared)
        connection = nil
    }

    mutating func work(on batch: [RedisLink.Work]) {
        var waiting:
            [(
                commands: [RedisCommand], by: RedisSocket.Deadline,
                answer: @Sendable (RedisLink.Answer) -> Void
            )] = []
        let now = ContinuousClock.now
        for work in batch {
            switch work {
            case .connect(let done): done(connect())
            case .run(_, let deadline, let answer) where deadline <= now: answer(.failure(.timedOut))
            case .run(let commands, let deadline, let answer): waiting.append((commands, deadline, answer))
            }
        }
        guard let earliest = waiting.map(\.by).min() else { return }
        do throws(RedisError) {
            let replies = try run(waiting.flatMap(\.commands), by: earliest)
            var rest = replies[...]
            for work in waiting {
                work.answer(.success(Array(rest.prefix(work.commands.count))))
                rest = rest.dropFirst(work.commands.count)
            }
        } catch {
            for work in waiting { work.answer(.failure(error)) }
        }
    }

    private mutating func run(_ commands: [RedisCommand], by deadline: RedisSocket.Deadline)
        throws(RedisError) -> [RedisReply]
    {
        guard var live = connection.take() else { throw .away }
        do throws(RedisError) {
            let replies = try live.run(commands, by: deadline)
            if let refusal = replies.lazy.compactMap(\.error).first(where: Self.isOfServer) {
                throw RedisError.broken(refusal)
            }
            connection = consume live
            shared.state.withLock { $0.worked() }
            return replies
        } catch {
            fail(error)
            throw error
        }
    }

    /// Whether an error says that this server is not the one to talk to now.
    private static func isOfServer(_ error: String) -> Bool {
        ["LOADING", "READONLY", "MASTERDOWN", "NOAUTH", "CLUSTERDOWN", "MISCONF"].contains {
            error.hasPrefix($0)
        }
    }

    private mutating func connect() -> Bool {
        do throws(RedisError) {
            connection = try RedisConnection.open(
                to: address, by: ContinuousClock.now.advanced(by: limits.connection))
            shared.state.withLock { $0.connected() }
            return true
        } catch {
            fail(error)
            return false
        }
    }

    private func fail(_ error: RedisError) {
        let reason =
            switch error {
            case .away: "it is not connected"
            case .timedOut: "it did not answer in time"
            case .broken(let reason): reason
            }
        shared.state.withLock {
            $0.failed(at: .now, because: reason, jitter: Double.random(in: 0...1))
        }
    }
}
