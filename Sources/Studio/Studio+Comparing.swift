import Diffing
package import Domain

extension Studio {
    /// Returns the diff between any two texts; nothing is kept.
    ///
    /// - Throws: ``InputError`` naming `old` or `new` when a text is longer than ``maximumTextBytes``.
    package func compare(_ old: String, with new: String) throws(InputError) -> Diff {
        for (field, text) in [("old", old), ("new", new)] where text.utf8.count > Self.maximumTextBytes {
            throw InputError(field: field, code: .tooLong, expected: "at most \(Self.maximumTextBytes) bytes")
        }
        return Differ().diff(old, new)
    }
}
