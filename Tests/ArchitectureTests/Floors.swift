/// Where each room stands; a room imports only from lower floors.
///
/// The table of `docs/architecture.md`, as data.
enum Floors {
    static let byRoom: [String: Int] = {
        let rooms: [[String]] = [
            [],
            ["Domain", "Telemetry", "BlockingExecutor"],
            [
                "Korean", "Prompting", "Diffing", "Similarity", "Resilience", "SQLiteStore", "MongoStore",
                "StoreBridge", "VideoFolder", "FaultyVideo", "VectorIndex", "MemoryCache", "RedisCache",
                "Morphology", "Embedding", "Canvas", "VideoCodec", "HTTPServer", "HTTPClient",
            ],
            ["LocalVideo", "RenderWorker", "LanguageModel", "Webhooks", "RemoteVideo"],
            ["Studio"],
            ["API", "Exchange"],
            ["reprise", "reprise-render"],
        ]
        return rooms.enumerated().reduce(into: [:]) { floors, floor in
            for room in floor.element { floors[room] = floor.offset }
        }
    }()

    /// Rooms that decide and compute, and leave the world alone.
    static let pure: Set<String> = ["Domain", "Korean", "Prompting", "Diffing", "Similarity", "Resilience"]

    /// Only the media worker links what draws and encodes.
    static let mediaRooms: Set<String> = ["Canvas", "VideoCodec", "LocalVideo"]
}
