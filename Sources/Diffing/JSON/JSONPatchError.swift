/// Why a patch cannot be read or applied; the document is left as it was.
package struct JSONPatchError: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// A patch is an array of objects.
        case notAPatch
        case tooManyOperations(Int, most: Int)
        case unknownOperation(String)
        case missingMember(String)
        case badPointer(JSONPointerError)
        /// Nothing is there.
        case notFound(JSONPointer)
        /// It is neither an index nor `-`, or lies beyond the array.
        case badIndex(String, count: Int, JSONPointer)
        /// The document holds something else there.
        case testFailed(JSONPointer)
        /// A value cannot be moved into itself.
        case moveIntoItself(JSONPointer)
        case rootRemoved
        case tooDeep(most: Int)
        /// The patch would make the document grow beyond measure.
        case tooLarge(most: Int)
    }

    package let reason: Reason
    /// The operation counted from 0; nil when the patch as a whole is wrong.
    package let operation: Int?

    package init(reason: Reason, operation: Int?) {
        self.reason = reason
        self.operation = operation
    }
}

extension JSONPatchError: CustomStringConvertible {
    package var description: String {
        operation.map { "operation \($0) of the patch: \(sentence)" } ?? sentence
    }

    private var sentence: String {
        switch reason {
        case .notAPatch: "a JSON Patch is an array of objects"
        case .tooManyOperations(let count, let most):
            "the patch has \(count) operations, and at most \(most) are taken; replace a larger value instead"
        case .unknownOperation(let name):
            "“\(name)” is none of add, remove, replace, move, copy and test"
        case .missingMember(let name): "the member “\(name)” is missing or no string"
        case .badPointer(let error): error.description
        case .notFound(let path): "nothing is at “\(path)”"
        case .badIndex(let index, let count, let path):
            "“\(index)” in “\(path)” is no place in an array of \(count)"
        case .testFailed(let path): "the document holds something else at “\(path)”; read it anew"
        case .moveIntoItself(let path): "“\(path)” cannot be moved into itself"
        case .rootRemoved: "the whole document cannot be removed"
        case .tooDeep(let most): "the document would be nested more than \(most) deep"
        case .tooLarge(let most): "the patch copies more than \(most) bytes"
        }
    }
}
