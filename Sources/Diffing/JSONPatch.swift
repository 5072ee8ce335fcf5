package import Domain

/// A change of a JSON document (RFC 6902), derived from a diff of one of its texts.
package struct JSONPatch: Sendable, Hashable {
    package struct Operation: Sendable, Hashable, Encodable {
        package enum Kind: String, Sendable, Hashable, Encodable {
            case test, replace
        }

        package let op: Kind
        package let path: JSONPointer
        package let value: String
    }

    package let operations: [Operation]

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
        let test = Operation(op: .test, path: path, value: old)
        let replace = Operation(op: .replace, path: path, value: new)
        operations = diff.operations.isEmpty ? [test] : [test, replace]
    }
}

extension JSONPatch: Encodable {
    /// A patch is an array (RFC 6902, section 3).
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(operations)
    }
}
