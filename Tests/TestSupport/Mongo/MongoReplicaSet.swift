import BlockingExecutor
import Foundation
import Glibc
import Synchronization

/// A replica set of real servers.
///
/// Starting and asking happens on a thread of its own, none of the cooperative pool.
package final class MongoReplicaSet: Sendable {
    package let members: [MongodProcess]
    private let name: String
    private let folder: ServerFolder
    private let calls = BlockingQueue<@Sendable () -> Void>()

    /// Starts the servers and makes them a set; the first call of a store waits for its primary.
    ///
    /// - Parameters:
    ///   - count: How many members.
    ///   - electionTimeout: How long a primary may be silent before another is chosen.
    ///   - network: Where the first member lives, the one that is elected first.
    ///   - options: More options of every server.
    package init(
        members count: Int = 1, electionTimeout: Duration = .seconds(2), network: CutNetwork? = nil,
        options: [String] = []
    ) throws {
        folder = try ServerFolder()
        name = "reprise-test"
        members = try (0..<count).map { [folder, name] index in
            let path = folder.path + "/\(index)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            guard let network else {
                return try MongodProcess(folder: path, set: name, options: options)
            }
            return try MongodProcess(
                folder: path, set: name, host: index == 0 ? network.inside : network.outside,
                namespace: index == 0 ? network.name : nil)
        }
        // Servers end with the thread that starts them.
        NamedThread.start("mongod") { [calls, folder] in
            while let call = calls.takeFirst() { call() }
            _ = folder
        }
        let milliseconds = Int(electionTimeout / .milliseconds(1))
        calls.append { [members, name] in
            for member in members { try? member.start() }
            Self.initiate(members, name: name, electionTimeoutMilliseconds: milliseconds)
        }
    }

    deinit { calls.close() }

    /// How a client reaches the set.
    package var uri: String {
        let hosts = members.map(\.address).joined(separator: ",")
        return "mongodb://\(hosts)/?replicaSet=\(name)"
    }

    /// Runs `body` on the thread that owns the servers.
    package func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        let result = await withCheckedContinuation { continuation in
            calls.append { continuation.resume(returning: Result(catching: body)) }
        }
        return try result.get()
    }

    /// The member that is primary now, as it says itself; nil while there is none.
    package func primary() async throws -> MongodProcess? {
        try await onThread { [members] in
            members.first {
                MongoShell(address: $0.address).object(#"{"hello": 1}"#)["isWritablePrimary"] as? Bool == true
            }
        }
    }

    /// Waits until there is a primary and every member follows it.
    ///
    /// - Throws: ``MongoShell/Failure`` when that takes longer than two minutes.
    package func settled() async throws {
        try await onThread { [members] in
            for _ in 0..<1200 {
                let states = members.map {
                    MongoShell(address: $0.address).object(#"{"hello": 1}"#)
                }
                let primaries = states.count { $0["isWritablePrimary"] as? Bool == true }
                let secondaries = states.count { $0["secondary"] as? Bool == true }
                if primaries == 1, secondaries == members.count - 1 { return }
                usleep(100_000)
            }
            throw MongoShell.Failure(message: "no primary:\n" + members.map(\.log).joined(separator: "\n"))
        }
    }

    private static func initiate(
        _ members: [MongodProcess], name: String, electionTimeoutMilliseconds: Int
    ) {
        let hosts = members.enumerated().map {
            #"{"_id": \#($0.offset), "host": "\#($0.element.address)", "priority": \#($0.offset == 0 ? 2 : 1)}"#
        }
        let command = """
            {"replSetInitiate": {"_id": "\(name)", "members": [\(hosts.joined(separator: ","))],
             "settings": {"electionTimeoutMillis": \(electionTimeoutMilliseconds),
                          "heartbeatIntervalMillis": 500}}}
            """
        for _ in 0..<1200 {
            do {
                try MongoShell(address: members[0].address).run(command)
                return
            } catch {
                // The server has not begun to listen.
                usleep(50_000)
            }
        }
    }
}

/// A folder in memory when there is one: what survives `kill -9` needs no disk.
private final class ServerFolder: Sendable {
    let path: String

    init() throws {
        let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        Self.removeForgotten(in: parent)
        path = parent + "/\(Self.prefix)\(getpid())-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        _ = Self.atExit
        Self.paths.withLock { _ = $0.insert(path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        Self.paths.withLock { _ = $0.remove(path) }
    }

    /// What a set that lives as long as the process leaves.
    private static let paths = Mutex(Set<String>())

    private static let atExit: Void = {
        atexit {
            for path in ServerFolder.paths.withLock({ $0 }) {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
    }()

    private static let prefix = "reprise-mongod-"

    /// Removes what the servers of test runs that have ended left behind.
    private static func removeForgotten(in parent: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        where name.hasPrefix(prefix) {
            let owner = name.dropFirst(prefix.count).split(separator: "-").first.flatMap { pid_t($0) }
            if let owner, kill(owner, 0) == 0 { continue }
            try? FileManager.default.removeItem(atPath: parent + "/" + name)
        }
    }
}

/// The server that most tests share, each in a database of its own.
package enum SharedMongo {
    /// Started when the first test asks; ends with the tests.
    package static let set: MongoReplicaSet? = MongodProcess.isThere ? try? MongoReplicaSet() : nil

    /// How a client reaches it, with more patience than a service has: many tests ask one server at once,
    /// and the first ones wait for it to start.
    package static var patientURI: String? {
        Self.set.map {
            $0.uri + "&serverSelectionTimeoutMS=120000&connectTimeoutMS=30000&socketTimeoutMS=120000"
                + "&waitQueueTimeoutMS=60000"
        }
    }

    /// The same, after it has a primary.
    package static func uri() async throws -> String {
        guard let set, let uri = patientURI else { throw MongoShell.Failure(message: MongodProcess.reason) }
        try await set.settled()
        return uri
    }
}
