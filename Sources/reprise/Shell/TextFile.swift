import Domain
import Foundation

/// Files that the person names on the command line.
enum TextFile {
    /// The largest file that is read, in bytes.
    static let maximumBytes = 64 << 20

    /// Reads a whole file, or standard input for `-`.
    ///
    /// - Throws: ``InputError`` naming the file when it cannot be read, is too large or is not UTF-8.
    static func read(_ name: String) throws(InputError) -> String {
        let handle: FileHandle
        if name == "-" {
            handle = .standardInput
        } else if let opened = FileHandle(forReadingAtPath: name) {
            handle = opened
        } else {
            throw InputError(field: name, code: .missing, expected: "a file that can be read")
        }
        guard let data = try? handle.read(upToCount: maximumBytes + 1) ?? Data() else {
            throw InputError(field: name, code: .malformed, expected: "a file that can be read")
        }
        guard data.count <= maximumBytes else {
            throw InputError(field: name, code: .tooLong, expected: "at most \(maximumBytes >> 20) MiB")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw InputError(field: name, code: .notUTF8, expected: "text in UTF-8")
        }
        return text
    }
}
