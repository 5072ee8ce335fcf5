/// What is wrong with a lexicon file, and where.
package struct LexiconError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's name or the folder's path.
    package let file: String
    /// The line, from 1; nil when it is the file itself.
    package let line: Int?
    /// A sentence that says what was expected.
    package let reason: String

    package var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(reason)" }
}
