package import Domain

extension Diff {
    /// Reads a diff document of any known format, and checks all that it says.
    ///
    /// - Throws: ``DiffError``: what is wrong and where, also for bytes that are no JSON.
    package init(reading bytes: some Collection<UInt8>) throws(DiffError) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(reading: bytes)
        } catch {
            throw .notJSON(error)
        }
        try self.init(json)
    }

    /// Reads a diff document.
    ///
    /// - Throws: ``DiffError`` as ``init(reading:)`` does.
    package init(_ json: JSONValue) throws(DiffError) {
        let fields = try DiffFields(json, at: "the document")
        // First of all: what a newer version wrote may look different everywhere else.
        let format = try fields.integer("format")
        guard (1...Self.currentFormat).contains(format) else {
            throw .unknownFormat(format, newest: Self.currentFormat)
        }
        let names = ["format", "operations", "oldLength", "newLength", "isCoarse"]
        try fields.expect(format == 1 ? names : names + ["moves"])
        self.init(
            format: format,
            operations: try fields.list("operations", Operation.init),
            oldLength: try Extent(fields.inside("oldLength")),
            newLength: try Extent(fields.inside("newLength")),
            isCoarse: try fields.boolean("isCoarse"),
            moves: format == 1 ? [] : try fields.list("moves", Move.init))
        try check()
    }
}

extension Diff.Operation {
    fileprivate init(_ fields: DiffFields) throws(DiffError) {
        try fields.expect(["kind", "old", "new", "oldText", "newText"])
        guard let kind = Kind(rawValue: try fields.string("kind")) else {
            throw .malformed(fields.place("kind"), expected: "insert, delete or replace")
        }
        self.init(
            kind: kind, old: try Diff.Span(fields.inside("old")), new: try Diff.Span(fields.inside("new")),
            oldText: try fields.string("oldText"), newText: try fields.string("newText"))
    }
}

extension Diff.Move {
    fileprivate init(_ fields: DiffFields) throws(DiffError) {
        try fields.expect(["old", "new", "text"])
        self.init(
            old: try Diff.Span(fields.inside("old")), new: try Diff.Span(fields.inside("new")),
            text: try fields.string("text"))
    }
}

extension Diff.Span {
    fileprivate init(_ fields: DiffFields) throws(DiffError) {
        try fields.expect(["start", "length"])
        self.init(
            start: try Diff.Extent(fields.inside("start")), length: try Diff.Extent(fields.inside("length")))
    }
}

extension Diff.Extent {
    fileprivate init(_ fields: DiffFields) throws(DiffError) {
        try fields.expect(["utf8", "utf16", "graphemes"])
        self.init(
            utf8: try fields.integer("utf8"), utf16: try fields.integer("utf16"),
            graphemes: try fields.integer("graphemes"))
    }
}

/// The members of one object of a diff document, and where it stands.
private struct DiffFields {
    private let members: JSONObject
    private let place: String

    init(_ json: JSONValue, at place: String) throws(DiffError) {
        guard case .object(let members) = json else { throw .malformed(place, expected: "an object") }
        self.members = members
        self.place = place
    }

    func place(_ name: String) -> String { "\(name) of \(place)" }

    func expect(_ names: [String]) throws(DiffError) {
        for name in members.names where !names.contains(name) {
            throw .malformed(place(name), expected: "no such member")
        }
    }

    func integer(_ name: String) throws(DiffError) -> Int {
        guard case .number(let number) = members[name], let value = number.integer else {
            throw .malformed(place(name), expected: "a whole number")
        }
        return value
    }

    func boolean(_ name: String) throws(DiffError) -> Bool {
        guard case .boolean(let value) = members[name] else {
            throw .malformed(place(name), expected: "true or false")
        }
        return value
    }

    func string(_ name: String) throws(DiffError) -> String {
        guard case .string(let value) = members[name] else {
            throw .malformed(place(name), expected: "a string")
        }
        return value
    }

    func inside(_ name: String) throws(DiffError) -> Self {
        guard let value = members[name] else { throw .malformed(place(name), expected: "an object") }
        return try Self(value, at: place(name))
    }

    func list<Element>(
        _ name: String, _ read: (Self) throws(DiffError) -> Element
    ) throws(DiffError) -> [Element] {
        guard case .array(let values) = members[name] else {
            throw .malformed(place(name), expected: "an array")
        }
        guard values.count <= Diff.mostOperations else {
            throw .tooManyOperations(values.count, most: Diff.mostOperations)
        }
        var elements: [Element] = []
        for (index, value) in values.enumerated() {
            elements.append(try read(try Self(value, at: "\(name)[\(index)]")))
        }
        return elements
    }
}
