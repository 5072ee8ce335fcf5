import Domain
import MongoStore

/// The MongoDB store in a database of its own, which goes away at the end.
final class MeasuredMongo: MeasuredStore {
    let name = "MongoDB"
    private let store: MongoStore

    init(uri: Secret) throws(InputError) {
        let number = SystemRandomSource().next() % 1_000_000
        var settings = MongoSettings(uri: uri, database: "reprise-bench-\(number)")
        settings.connections = 16
        store = try MongoStore(settings)
    }

    func open() async throws -> any LivingArchive & JobStore { store }

    func writeRaw(_ records: [[UInt8]], group: Int) async throws -> [Double] {
        try await store.insertRaw(records, group: group).map(\.inMilliseconds)
    }

    func bytes() async throws -> Int { try await store.bytesOnDisk() }

    func close() async { try? await store.dropDatabase() }
}
