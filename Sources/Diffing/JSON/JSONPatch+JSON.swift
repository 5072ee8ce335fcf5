package import Domain

extension JSONPatch {
    /// Reads a patch; members that RFC 6902 does not know are passed over.
    ///
    /// - Throws: ``JSONPatchError`` naming the operation.
    package init(_ json: JSONValue) throws(JSONPatchError) {
        guard case .array(let values) = json else { throw JSONPatchError(reason: .notAPatch, operation: nil) }
        guard values.count <= Self.mostOperations else {
            throw JSONPatchError(
                reason: .tooManyOperations(values.count, most: Self.mostOperations), operation: nil)
        }
        var operations: [Operation] = []
        for (index, value) in values.enumerated() {
            do throws(Refusal) {
                operations.append(try Operation(value))
            } catch {
                throw JSONPatchError(reason: error.reason, operation: index)
            }
        }
        self.operations = operations
    }

    /// The patch as a document.
    package var json: JSONValue { .array(operations.map(\.json)) }

    /// A reason on its way to the place that knows the operation's number.
    struct Refusal: Error {
        let reason: JSONPatchError.Reason

        init(_ reason: JSONPatchError.Reason) { self.reason = reason }
    }
}

extension JSONPatch.Operation {
    init(_ json: JSONValue) throws(JSONPatch.Refusal) {
        guard case .object(let members) = json else { throw JSONPatch.Refusal(.notAPatch) }
        let name = try Self.string("op", in: members)
        switch name {
        case "add": self = .add(try Self.path("path", in: members), try Self.value(in: members))
        case "remove": self = .remove(try Self.path("path", in: members))
        case "replace": self = .replace(try Self.path("path", in: members), try Self.value(in: members))
        case "move":
            self = .move(from: try Self.path("from", in: members), to: try Self.path("path", in: members))
        case "copy":
            self = .copy(from: try Self.path("from", in: members), to: try Self.path("path", in: members))
        case "test": self = .test(try Self.path("path", in: members), try Self.value(in: members))
        default: throw JSONPatch.Refusal(.unknownOperation(name))
        }
    }

    var json: JSONValue {
        switch self {
        case .add(let path, let value): ["op": "add", "path": path.json, "value": value]
        case .remove(let path): ["op": "remove", "path": path.json]
        case .replace(let path, let value): ["op": "replace", "path": path.json, "value": value]
        case .move(let from, let path): ["op": "move", "from": from.json, "path": path.json]
        case .copy(let from, let path): ["op": "copy", "from": from.json, "path": path.json]
        case .test(let path, let value): ["op": "test", "path": path.json, "value": value]
        }
    }

    private static func string(_ name: String, in members: JSONObject) throws(JSONPatch.Refusal) -> String {
        guard case .string(let text) = members[name] else { throw JSONPatch.Refusal(.missingMember(name)) }
        return text
    }

    private static func path(_ name: String, in members: JSONObject) throws(JSONPatch.Refusal) -> JSONPointer
    {
        let text = try string(name, in: members)
        do throws(JSONPointerError) {
            return try JSONPointer(reading: text)
        } catch {
            throw JSONPatch.Refusal(.badPointer(error))
        }
    }

    private static func value(in members: JSONObject) throws(JSONPatch.Refusal) -> JSONValue {
        guard let value = members["value"] else { throw JSONPatch.Refusal(.missingMember("value")) }
        return value
    }
}

extension JSONPointer {
    fileprivate var json: JSONValue { .string(description) }
}
