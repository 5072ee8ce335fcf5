import CMongo
import Foundation

/// Commands to one server, as MongoDB's shell would send them.
package final class MongoShell: @unchecked Sendable {
    // @unchecked: a client may be used by one thread at a time, which `lock` sees to.
    private let client: OpaquePointer?
    private let lock = NSLock()

    package struct Failure: Error { package let message: String }

    /// - Parameter address: Host and port; no other member of the set is asked.
    package init(address: String) {
        mongoc_init()
        cmongo_be_silent()
        client = mongoc_client_new(
            "mongodb://\(address)/?directConnection=true&serverSelectionTimeoutMS=2000"
                + "&socketTimeoutMS=60000")
        mongoc_client_set_error_api(client, 2)
    }

    deinit { mongoc_client_destroy(client) }

    /// Runs a command, and blocks until the answer is there.
    ///
    /// - Parameter json: The command as extended JSON.
    /// - Returns: The answer as extended JSON.
    @discardableResult
    package func run(_ json: String, on database: String = "admin") throws -> String {
        try lock.withLock {
            var error = bson_error_t()
            guard let command = bson_new_from_json(json, -1, &error) else {
                throw Failure(message: String(cString: cmongo_message(&error)))
            }
            let reply = bson_new()
            defer {
                bson_destroy(command)
                bson_destroy(reply)
            }
            guard mongoc_client_command_simple(client, database, command, nil, reply, &error) else {
                throw Failure(message: String(cString: cmongo_message(&error)))
            }
            let text = bson_as_relaxed_extended_json(reply, nil)
            defer { bson_free(text) }
            return text.map { String(cString: $0) } ?? ""
        }
    }

    /// An answer as an object of JSON; empty when there is none.
    package func object(_ json: String, on database: String = "admin") -> [String: Any] {
        let text = (try? run(json, on: database)) ?? "{}"
        return (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }
}
