/// Why a body could not be read as fields.
package enum BodyError: Error, Sendable, Hashable {
    /// A body came without a `Content-Type`.
    case missingContentType
    /// More than one `Content-Type` line.
    case repeatedContentType
    /// A media type, or a charset, that is not read here.
    case unsupportedContentType(String)
    /// The body breaks the rules of its type at this byte, counted from 0.
    case malformed(offset: Int, expected: String)
    /// The field's name or text is not UTF-8.
    case notUTF8(field: String)
    /// A JSON list in a list, a list of objects and plain values, or objects that lie too deep.
    case unsupportedValue(field: String)
    /// More than ``FormFields/maximumFields`` fields.
    case tooManyFields

    /// The status code of the answer: 415 or 400.
    package var status: Int {
        switch self {
        case .missingContentType, .unsupportedContentType: 415
        default: 400
        }
    }

    /// The field at fault, if it is one field.
    package var field: String? {
        switch self {
        case .notUTF8(let field), .unsupportedValue(let field): field
        default: nil
        }
    }
}

extension BodyError: CustomStringConvertible {
    package var description: String {
        let known = "application/x-www-form-urlencoded, multipart/form-data or application/json"
        return switch self {
        case .missingContentType: "The body has no Content-Type; send \(known)."
        case .repeatedContentType: "The request has more than one Content-Type; send one."
        case .unsupportedContentType(let type): "The Content-Type '\(type)' is not read here; send \(known)."
        case .malformed(let offset, let expected):
            "The body is malformed at byte \(offset): expected \(expected)."
        case .notUTF8(let field): "The field '\(field)' is not UTF-8."
        case .unsupportedValue(let field):
            "The field '\(field)' must be a plain value, a list of plain values or of objects, or an object, not too deep."
        case .tooManyFields: "The body has more than \(FormFields.maximumFields) fields."
        }
    }
}
