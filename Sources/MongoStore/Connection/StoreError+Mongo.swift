import CMongo
import Domain

extension bson_error_t {
    /// What went wrong, for people.
    var text: String { withUnsafePointer(to: self) { String(cString: cmongo_message($0)) } }
}

extension StoreError {
    /// Marks the detail of an error after which a transaction may start over.
    private static let interruption = "interrupted"

    /// Whether the transaction was interrupted and may start over.
    var isInterruption: Bool { detail?.hasPrefix(Self.interruption) == true }

    /// Somebody else changed what this transaction read.
    static let overtaken = Self(
        .unavailable, "The history is changed by many at once; try again", detail: interruption)

    /// Maps an error of the library with the server's reply.
    ///
    /// This is the only place that knows both vocabularies.
    init(mongo error: bson_error_t, reply: BSONDocument? = nil) {
        let labels = reply?["errorLabels"]?.array?.compactMap(\.string) ?? []
        let mark = labels.contains("TransientTransactionError") ? Self.interruption + " " : ""
        let detail = "\(mark)MongoDB \(error.domain)/\(error.code): \(error.text)"
        guard error.domain == MONGOC_ERROR_SERVER.rawValue || error.domain == Self.writeConcernDomain else {
            self = Self.client(error, detail)
            return
        }
        switch error.code {
        case 11000, 11001:
            self.init(.conflict, "A record with this identifier exists already", detail: detail)
        case 13, 18:
            self.init(
                .unavailable, "MongoDB refused the name and password of its URI", detail: detail)
        case 14031: self.init(.noSpace, "The disk of MongoDB is full; nothing was saved", detail: detail)
        case 64, 100: self.init(.unavailable, "MongoDB did not confirm by a majority in time", detail: detail)
        case _ where Self.passing.contains(error.code):
            self.init(.unavailable, "MongoDB cannot answer now; try again", detail: detail)
        case _ where !mark.isEmpty:
            self.init(.unavailable, "MongoDB cannot answer now; try again", detail: detail)
        default: self.init(.internalFailure, "The history failed", detail: detail)
        }
    }

    private static func client(_ error: bson_error_t, _ detail: String) -> Self {
        switch error.domain {
        case MONGOC_ERROR_SERVER_SELECTION.rawValue, MONGOC_ERROR_STREAM.rawValue,
            MONGOC_ERROR_CLIENT.rawValue, MONGOC_ERROR_PROTOCOL.rawValue:
            if error.code == MONGOC_ERROR_CLIENT_AUTHENTICATE.rawValue {
                return Self(
                    .unavailable, "MongoDB refused the name and password of its URI", detail: detail)
            }
            return Self(.unavailable, "MongoDB cannot be reached", detail: detail)
        case MONGOC_ERROR_TRANSACTION.rawValue where !detail.hasPrefix(interruption):
            return Self(.internalFailure, "The history failed", detail: detail)
        default:
            return Self(
                detail.hasPrefix(interruption) ? .unavailable : .internalFailure, "The history failed",
                detail: detail)
        }
    }

    /// What is stored cannot be read.
    static func damaged(_ detail: String) -> Self {
        Self(.internalFailure, "A record of the history is damaged", detail: detail)
    }

    private static let writeConcernDomain = MONGOC_ERROR_WRITE_CONCERN.rawValue

    /// Codes of a server that steps down, starts, stops or is too busy.
    private static let passing: Set<UInt32> = [
        6, 7, 24, 50, 89, 91, 112, 133, 134, 189, 202, 216, 246, 251, 262, 317, 384, 9001, 10_107, 11_600,
        11_602, 13_435, 13_436,
    ]
}
