/// Something that came from outside and does not fit.
///
/// Over HTTP it becomes a problem document (RFC 9457), on the shell one line and exit code 2.
package struct InputError: Error, Sendable, Hashable {
    /// What is wrong, from a closed set.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case missing
        case empty
        case tooLong
        case outOfRange
        case unknownValue
        case malformed
        case forbiddenCharacter
        case repeated
        case notUTF8
    }

    /// The field or option, as the caller wrote it.
    package let field: String
    package let code: Code
    /// What would have been right, as the end of "expected …".
    package let expected: String

    package init(field: String, code: Code, expected: String) {
        self.field = field
        self.code = code
        self.expected = expected
    }
}

extension InputError: CustomStringConvertible {
    package var description: String { "\(field): \(code.sentence); expected \(expected)" }
}

extension InputError.Code {
    /// What is wrong, in words that follow the field's name.
    package var sentence: String {
        switch self {
        case .missing: "is missing"
        case .empty: "is empty"
        case .tooLong: "is too long"
        case .outOfRange: "is out of range"
        case .unknownValue: "is not known"
        case .malformed: "is malformed"
        case .forbiddenCharacter: "holds a character that is not allowed"
        case .repeated: "is given more than once"
        case .notUTF8: "is not UTF-8"
        }
    }
}
