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

    func willEdit() {}

    func bareEdits(_ records: [[UInt8]], group: Int) async throws -> [BareEdits] {
        [
            try await BareEdits("bulk insert of the same bytes, no index") {
                try await store.insertRaw(records, group: group)
            }
        ]
    }

    func bytes() async throws -> Int { try await store.bytesOnDisk() }

    func close() async { try? await store.dropDatabase() }
}
