/// Walks over the parts of a multipart body (RFC 2046, section 5.1).
struct MultipartReader {
    /// One part: its headers, by name in small letters, and where its content is.
    struct Part {
        let offset: Int
        let headers: [String: String]
        let content: Range<Int>
    }

    private let body: [UInt8]
    /// The boundary with the line break and the hyphens before it.
    private let delimiter: [UInt8]
    private var position = 0
    private var hasBegun = false

    init(_ body: [UInt8], boundary: String) {
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Returns the next part, or nil after the closing boundary.
    mutating func next() throws(BodyError) -> Part? {
        if !hasBegun { try skipPreamble() }
        if starts(with: Array("--".utf8), at: position) { return nil }
        // Blanks after the boundary are allowed and mean nothing.
        while position < body.count, body[position] == 0x20 || body[position] == 0x09 { position += 1 }
        guard starts(with: [0x0D, 0x0A], at: position) else {
            throw .malformed(offset: position, expected: "a line break after the boundary")
        }
        position += 2
        let offset = position
        let headers = try readHeaders()
        guard let end = find(delimiter, from: position - 2) else {
            throw .malformed(offset: body.count, expected: "the closing boundary")
        }
        // An empty content shares the line break of the empty line before it.
        let content = position..<Swift.max(position, end)
        position = end + delimiter.count
        return Part(offset: offset, headers: headers, content: content)
    }

    private mutating func skipPreamble() throws(BodyError) {
        hasBegun = true
        let opening = Array(delimiter.dropFirst(2))
        if starts(with: opening, at: 0) {
            position = opening.count
        } else if let found = find(delimiter, from: 0) {
            position = found + delimiter.count
        } else {
            throw .malformed(offset: 0, expected: "the boundary that the Content-Type names")
        }
    }

    private mutating func readHeaders() throws(BodyError) -> [String: String] {
        var headers: [String: String] = [:]
        while true {
            guard let end = find([0x0D, 0x0A], from: position) else {
                throw .malformed(offset: position, expected: "an empty line after the headers of a part")
            }
            let line = body[position..<end]
            position = end + 2
            if line.isEmpty { return headers }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                let text = String(strictUTF8: line[colon...])
            else { throw .malformed(offset: line.startIndex, expected: "a header of a part in UTF-8") }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercasedASCII
            headers[name] = String(text.dropFirst()).trimmingBlanks
        }
    }

    private func starts(with pattern: [UInt8], at index: Int) -> Bool {
        index + pattern.count <= body.count && body[index..<index + pattern.count].elementsEqual(pattern)
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first else { return nil }
        var index = start
        while index + pattern.count <= body.count {
            if body[index] == first, starts(with: pattern, at: index) { return index }
            index += 1
        }
        return nil
    }
}
