import Domain
import Keys
import MemoryCache
import MongoStore
import SQLiteStore
import Studio

/// Where the keys are kept, opened without the rest of the service.
struct KeyPlace: Sendable {
    let desk: AccessDesk
    private let file: SQLiteStore?

    /// - Throws: An error whose text names what cannot be used.
    init(_ settings: Settings) throws {
        let store: any AccessStore
        if settings.mongodbURI.isEmpty {
            let folder = try DataFolder(settings.dataFolder)
            let file = try SQLiteStore(path: "\(folder.path)/\(SQLiteStore.fileName)", readers: 1)
            (store, self.file) = (file, file)
        } else {
            (store, file) = (
                try MongoStore(MongoSettings(uri: settings.mongodbURI, database: settings.mongodbDatabase)),
                nil
            )
        }
        desk = AccessDesk(
            AccessDesk.Parts(
                store: store, hasher: ScryptHasher(), tries: MemoryRateCounter(), clock: SystemClock(),
                random: SystemRandomSource()))
    }

    func close() async { await file?.close() }
}
