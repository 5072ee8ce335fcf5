/// A file of the model catalogue that cannot be used.
package struct CatalogueError: Error, Sendable, Hashable, CustomStringConvertible {
    package let file: String
    /// The key that is wrong, such as `limits.characters`; nil when the file as a whole is.
    package let key: String?
    package let reason: String

    package init(file: String, key: String? = nil, reason: String) {
        self.file = file
        self.key = key
        self.reason = reason
    }

    package var description: String {
        key.map { "\(file): \($0): \(reason)" } ?? "\(file): \(reason)"
    }
}
