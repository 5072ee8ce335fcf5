import Domain
import Foundation
import MongoStore
import SQLiteStore
import TestSupport
import Testing

/// Every kind of store there is.
///
/// A new backend adds a case, and nothing else.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite
    case mongo

    /// Those that this machine has; `MongoStoreTests` says when the server is missing.
    static let allCases: [Self] = MongodProcess.isThere ? [.sqlite, .mongo] : [.sqlite]

    /// Those that keep a living archive.
    static let living = allCases

    var testDescription: String { rawValue }

    /// Opens the store that the folder stands for; it is empty the first time.
    ///
    /// The caller keeps the folder as long as the store: it goes away with its last owner.
    func openStore(in folder: TemporaryFolder) throws -> any Archive & JobStore & LearningStore {
        switch self {
        case .sqlite: return try SQLiteStore(path: folder.file(SQLiteStore.fileName))
        case .mongo: return try MongoStore(.shared(for: folder))
        }
    }

    /// The same for those of ``living``.
    func openLivingStore(in folder: TemporaryFolder) throws -> any LivingArchive & JobStore {
        try #require(try openStore(in: folder) as? any LivingArchive & JobStore)
    }
}

extension MongoSettings {
    /// The database on the tests' server that the folder stands for.
    fileprivate static func shared(for folder: TemporaryFolder) throws -> Self {
        let name = URL(filePath: folder.path).lastPathComponent
        return Self(uri: Secret(try #require(SharedMongo.patientURI)), database: name)
    }
}
