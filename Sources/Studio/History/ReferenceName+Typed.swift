package import Domain
import Foundation

extension ReferenceName {
    /// Makes a name from text as somebody typed it: NFD is composed.
    ///
    /// - Throws: ``InputError`` naming `field`.
    package init(typed text: String, field: String) throws(InputError) {
        guard text.utf8.count <= 4096 else {
            throw InputError(field: field, code: .tooLong, expected: "at most 64 characters")
        }
        try self.init(text.precomposedStringWithCanonicalMapping, field: field)
    }
}
