package import Domain

/// A change of a JSON document in the shape of the document (RFC 7396): `null` removes a member.
package struct MergePatch: Sendable, Hashable {
    package let json: JSONValue

    /// Any JSON is a merge patch.
    package init(_ json: JSONValue) { self.json = json }

    /// The way from one document to another.
    ///
    /// - Throws: ``MergePatchError`` when the new document has a member that is `null`, which a merge
    ///   patch cannot say.
    package init(from old: JSONValue, to new: JSONValue) throws(MergePatchError) {
        json = try Self.difference(old, new, at: JSONPointer([]))
    }

    /// Applies the patch, which fits every document.
    package func apply(to document: JSONValue) -> JSONValue { Self.merged(document, json) }

    /// `MergePatch` of RFC 7396, section 2.
    private static func merged(_ target: JSONValue, _ patch: JSONValue) -> JSONValue {
        guard case .object(let changes) = patch else { return patch }
        var members = JSONObject()
        if case .object(let present) = target { members = present }
        for (name, change) in changes.inOrder {
            if case .null = change {
                members[name] = nil
            } else {
                members[name] = merged(members[name] ?? .null, change)
            }
        }
        return .object(members)
    }

    private static func difference(
        _ old: JSONValue, _ new: JSONValue, at path: JSONPointer
    ) throws(MergePatchError) -> JSONValue {
        guard case .object(let wanted) = new else { return new }
        var present = JSONObject()
        if case .object(let members) = old { present = members }
        var changes = JSONObject()
        for (name, _) in present.inOrder where wanted[name] == nil { changes[name] = .null }
        for (name, value) in wanted.inOrder where present[name] != value {
            guard value != .null else { throw MergePatchError(path: path + name) }
            changes[name] = try difference(present[name] ?? .null, value, at: path + name)
        }
        return .object(changes)
    }
}

/// A member that is to be `null`, for which a merge patch has no word; a JSON Patch has.
package struct MergePatchError: Error, Sendable, Hashable, CustomStringConvertible {
    package let path: JSONPointer

    package init(path: JSONPointer) { self.path = path }

    package var description: String {
        "a merge patch cannot set “\(path)” to null; use a JSON Patch"
    }
}
