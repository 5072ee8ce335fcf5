extension FormFields {
    /// How deep objects may lie in one another.
    private static let maximumDepth = 8

    /// Reads one JSON object (RFC 8259); what lies deeper has the names that ``FieldName`` says.
    mutating func readJSON(_ body: [UInt8]) throws(BodyError) {
        var reader = JSONReader(body)
        try reader.expect("{", "an object")
        try readMembers(of: &reader, prefix: "", depth: 1)
        try reader.expectEnd()
    }

    /// Reads the members of an object whose brace is taken.
    private mutating func readMembers(
        of reader: inout JSONReader, prefix: String, depth: Int
    ) throws(BodyError) {
        guard !reader.takes("}") else { return }
        repeat {
            let name = prefix + (try reader.string())
            try reader.expect(":", "':'")
            if reader.takes("{") {
                try readObject(of: &reader, name: name, depth: depth)
            } else if reader.takes("[") {
                try readList(of: &reader, name: name, depth: depth)
            } else {
                try append(name, [try reader.value(of: name)])
            }
        } while reader.takes(",")
        try reader.expect("}", "',' or '}'")
    }

    private mutating func readObject(
        of reader: inout JSONReader, name: String, depth: Int
    ) throws(BodyError) {
        guard depth < Self.maximumDepth else { throw .unsupportedValue(field: name) }
        try readMembers(of: &reader, prefix: name + ".", depth: depth + 1)
    }

    /// Reads a list whose bracket is taken: plain values are values of the one field, objects are numbered.
    private mutating func readList(
        of reader: inout JSONReader, name: String, depth: Int
    ) throws(BodyError) {
        var values: [Value] = []
        var index = 0
        if !reader.takes("]") {
            repeat {
                if reader.takes("{") {
                    try readObject(of: &reader, name: "\(name).\(index)", depth: depth)
                } else {
                    values.append(try reader.value(of: name))
                }
                index += 1
            } while reader.takes(",")
            try reader.expect("]", "',' or ']'")
        }
        if index == values.count {
            try append(name, values)
        } else if !values.isEmpty {
            throw .unsupportedValue(field: name)
        }
    }
}
