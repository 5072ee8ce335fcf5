package import Domain

/// Why a diff cannot be applied; the text is left as it was.
package enum DiffError: Error, Sendable, Hashable {
    /// A newer version of Reprise wrote it.
    case unknownFormat(Int, newest: Int)
    /// The text is longer or shorter than the one the diff was made for; lengths in UTF-8 bytes.
    case wrongLength(expected: Int, actual: Int)
    /// The text holds something else than the diff says; `operation` counts from 0.
    case wrongText(operation: Int, expected: String, actual: String)
    /// An operation reaches beyond the text.
    case outOfBounds(operation: Int)
    /// An operation starts before the one in front of it ends.
    case overlapping(operation: Int)
    /// An operation starts inside a character.
    case splitCharacter(operation: Int)
    /// An operation's lengths, kind or place in the new text do not fit what it says.
    case inconsistent(operation: Int)
    /// A move does not stand in what the operations take out and put in.
    case badMove(Int)
    case tooManyOperations(Int, most: Int)
    /// A document lacks something, or holds what does not belong there.
    case malformed(String, expected: String)
    case notJSON(JSONError)
}

extension DiffError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownFormat(let format, let newest):
            "the diff has format \(format), and the newest known here is \(newest); update Reprise"
        case .wrongLength(let expected, let actual):
            "the diff is for a text of \(expected) bytes, and this one has \(actual); apply it to its own text"
        case .wrongText(let operation, let expected, let actual):
            "operation \(operation) expects “\(expected)” and finds “\(actual)”; apply the diff to its own text"
        case .outOfBounds(let operation): "operation \(operation) reaches beyond the text"
        case .overlapping(let operation):
            "operation \(operation) starts before the one in front of it ends"
        case .splitCharacter(let operation): "operation \(operation) starts inside a character"
        case .inconsistent(let operation):
            "operation \(operation) contradicts itself: its lengths, kind or place do not fit its texts"
        case .badMove(let move): "move \(move) is not part of the operations"
        case .tooManyOperations(let count, let most):
            "the diff has \(count) operations, and at most \(most) are taken"
        case .malformed(let place, let expected): "the diff is malformed: \(place) must be \(expected)"
        case .notJSON(let error): error.description
        }
    }
}
