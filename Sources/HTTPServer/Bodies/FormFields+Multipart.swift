extension FormFields {
    /// Reads `multipart/form-data` (RFC 7578).
    mutating func readMultipart(_ body: [UInt8], _ media: MediaType) throws(BodyError) {
        guard let boundary = media.parameter("boundary"), (1...70).contains(boundary.utf8.count) else {
            throw .malformed(offset: 0, expected: "a boundary of 1 to 70 characters in the Content-Type")
        }
        var reader = MultipartReader(body, boundary: boundary)
        while let part = try reader.next() {
            let disposition = MediaType(part.headers["content-disposition"] ?? "")
            guard disposition.essence == "form-data", let rawName = disposition.parameter("name") else {
                throw .malformed(
                    offset: part.offset, expected: "a Content-Disposition of form-data with a name")
            }
            let name = Self.unescaped(rawName)
            if let fileName = disposition.parameter("filename") {
                let file = File(
                    name: Self.unescaped(fileName), contentType: part.headers["content-type"],
                    bytes: Array(body[part.content]))
                try appendFormField(name, .file(file))
            } else {
                guard let text = String(strictUTF8: body[part.content]) else { throw .notUTF8(field: name) }
                try appendFormField(name, .text(text))
            }
        }
    }

    /// Takes back the three escapes that browsers use in names (WHATWG HTML, section 4.10.21.8).
    private static func unescaped(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "%")) else { return name }
        var text = name
        for (escape, character) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] {
            text = text.split(separator: escape, omittingEmptySubsequences: false).joined(
                separator: character)
        }
        return text
    }
}
