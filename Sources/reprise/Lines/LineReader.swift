import Domain
import Foundation

/// Cuts a stream into lines as they arrive.
///
/// Only a line feed ends a line: `U+2028` and its like may stand unescaped in JSON text.
struct LineReader {
    private let handle: FileHandle
    private let maximumBytes: Int
    private var rest = Data()
    private var isAtEnd = false
    /// Lines read so far.
    private(set) var count = 0

    init(_ handle: FileHandle, maximumBytes: Int) {
        self.handle = handle
        self.maximumBytes = maximumBytes
    }

    /// Returns the next line without its end; nil after the last.
    ///
    /// - Throws: ``InputError`` when a line is too long to be held.
    mutating func next() throws(InputError) -> Data? {
        var searched = rest.startIndex
        while true {
            if let end = rest[searched...].firstIndex(of: 0x0A) {
                defer { rest = rest[(end + 1)...] }
                count += 1
                return rest[..<end]
            }
            guard rest.count <= maximumBytes else {
                throw InputError(
                    field: "line \(count + 1)", code: .tooLong, expected: "at most \(maximumBytes >> 20) MiB")
            }
            guard !isAtEnd else { break }
            searched = rest.endIndex
            let chunk = handle.availableData
            if chunk.isEmpty { isAtEnd = true } else { rest.append(chunk) }
        }
        guard !rest.isEmpty else { return nil }
        defer { rest = Data() }
        count += 1
        return rest
    }
}
