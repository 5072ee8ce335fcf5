import Domain
import MongoStore
import SQLiteStore
import StoreBridge
import Telemetry

/// Where the history and the jobs are kept: a file of the data folder, or MongoDB behind a bridge.
struct HistoryPlace: Sendable {
    let store: any LivingArchive & JobStore
    /// What the recommender was told; it is not bridged, since it can be told again.
    let learning: any LearningStore
    /// Who is let in; it is not bridged, since nobody may be let in by a guess.
    let access: any AccessStore
    /// Where that is, for the greeting; without names and passwords.
    let description: String
    /// Where it is kept which ideas people said are not the same.
    let splits: any SplitBook
    private let file: SQLiteStore
    private let bridge: BridgedStore<MongoStore>?
    /// What other instances write; nil when nobody else can.
    let feed: MongoFeed?

    /// Opens the file, or the journal; MongoDB itself is reached for by the first call.
    init(_ settings: Settings, folder: DataFolder, registry: MetricsRegistry, clock: any WallClock) throws {
        guard !settings.mongodbURI.isEmpty else {
            let file = try SQLiteStore(
                path: "\(folder.path)/\(SQLiteStore.fileName)", registry: registry)
            (store, learning, access, splits, self.file, bridge, feed) = (
                file, file, file, file, file, nil, nil
            )
            description = "SQLite in \(settings.dataFolder) (embedded)"
            return
        }
        let mongo = try MongoStore(Self.reach(settings), registry: registry)
        var journal = BridgeSettings(path: "\(folder.path)/mongodb.journal")
        journal.largestBytes = settings.journalBytes
        let bridge = try BridgedStore(mongo, journal)
        bridge.declareMetrics(on: registry) { clock.now() }
        file = try SQLiteStore(path: "\(folder.path)/splits.sqlite")
        (store, learning, access, splits, self.bridge, feed) = (
            bridge, mongo, mongo, file, bridge, mongo.feed()
        )
        description = "MongoDB, database \(settings.mongodbDatabase); journal in \(settings.dataFolder)"
    }

    /// A look for a server takes a sixth of what a request gets, so that the answer is still in time.
    private static func reach(_ settings: Settings) -> MongoSettings {
        var reach = MongoSettings(uri: settings.mongodbURI, database: settings.mongodbDatabase)
        reach.selectionTimeout = .milliseconds(max(500, settings.requestSeconds * 1000 / 6))
        return reach
    }

    /// How MongoDB is doing, when the history is there.
    var statuses: [PartStatus] { [bridge?.status].compactMap(\.self) }

    /// Gives MongoDB what waits for it, once.
    func settle() async { _ = await bridge?.settle() }

    /// Gives MongoDB what waits for it, as long as the task runs.
    func run() async { await bridge?.run() }

    /// Ends what is under way; MongoDB's connections end with the process.
    func close() async { await file.close() }
}
