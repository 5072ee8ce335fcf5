import Domain
import SQLiteStore
import TestSupport
import Testing

/// Every kind of store there is.
///
/// A new backend adds a case, and nothing else.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    /// Opens the store that the folder stands for; it is empty the first time.
    ///
    /// The caller keeps the folder as long as the store: it goes away with its last owner.
    func openStore(in folder: TemporaryFolder) throws -> any Archive & JobStore {
        switch self {
        case .sqlite: try SQLiteStore(path: folder.file(SQLiteStore.fileName))
        }
    }
}
