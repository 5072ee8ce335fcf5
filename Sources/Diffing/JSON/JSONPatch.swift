package import Domain

/// A change of a JSON document (RFC 6902).
package struct JSONPatch: Sendable, Hashable {
    /// The most operations of one patch.
    package static let mostOperations = 4096

    package enum Operation: Sendable, Hashable {
        case add(JSONPointer, JSONValue)
        case remove(JSONPointer)
        case replace(JSONPointer, JSONValue)
        case move(from: JSONPointer, to: JSONPointer)
        case copy(from: JSONPointer, to: JSONPointer)
        case test(JSONPointer, JSONValue)
    }

    package let operations: [Operation]

    package init(_ operations: [Operation]) { self.operations = operations }

    /// The edit as a patch that is refused by a document that holds another text.
    ///
    /// - Parameters:
    ///   - diff: The edit; without operations the patch only tests.
    ///   - old: The text the diff was made for.
    ///   - path: Where the document keeps the text.
    /// - Throws: ``DiffError`` when the diff was made for another text.
    package init(
        _ diff: Diff, of old: String, at path: JSONPointer = JSONPointer(["text"])
    ) throws(DiffError) {
        let new = try diff.apply(to: old)
        let test = Operation.test(path, .string(old))
        operations = diff.operations.isEmpty ? [test] : [test, .replace(path, .string(new))]
    }
}

extension JSONPatch: Encodable {
    /// A patch is an array (RFC 6902, section 3).
    package func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}
