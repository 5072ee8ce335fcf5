import Domain
import HTTPServer

/// The lines of a body as they arrive.
actor BodyLines {
    /// The longest line, in bytes.
    static let maximumBytes = 256 << 10

    private let body: HTTPBodyStream
    private var buffer: [UInt8] = []
    private var searched = 0
    private var isOver = false

    init(_ body: HTTPBodyStream) { self.body = body }

    /// The next line that is not blank, without its end; nil after the last.
    ///
    /// - Throws: ``Problem`` when a line is too long, `HTTPBodyStream.Broken` when the client is gone.
    func next() async throws -> [UInt8]? {
        while true {
            while let line = try takeLine() {
                if !line.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return line }
            }
            if isOver { return nil }
            if let piece = try await body.next() { buffer += piece } else { isOver = true }
        }
    }

    private func takeLine() throws(Problem) -> [UInt8]? {
        guard let end = buffer[searched...].firstIndex(of: 0x0A) else {
            searched = buffer.count
            guard buffer.count <= Self.maximumBytes else {
                throw Problem(.bodyTooLarge, "A line is longer than \(Self.maximumBytes) bytes")
            }
            guard isOver, !buffer.isEmpty else { return nil }
            defer { (buffer, searched) = ([], 0) }
            return buffer
        }
        let line = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        searched = 0
        return line
    }
}
