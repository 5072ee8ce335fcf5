import Domain

/// Writes values of the domain as BSON.
///
/// The table of types, in one place: text is a string, a moment a date, whole numbers are 64 bits and
/// unsigned ones that do not fit a decimal, nil is no element. Names are those of the domain, but `id` of
/// the record itself is MongoDB's `_id`.
enum BSONEncoder {
    /// - Throws: `StoreError.Code.internalFailure` for a value that is no document.
    static func encode(_ value: some Encodable) throws(StoreError) -> BSONDocument {
        do {
            let writing = BSONWriting()
            try value.encode(to: writing)
            return try writing.finish()
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.internalFailure, "The record cannot be written", detail: "\(error)")
        }
    }
}

/// The encoder: one buffer for the whole tree of values.
///
/// Containers write straight into it. A document inside ends as soon as somebody further out writes.
final class BSONWriting: Encoder {
    private var buffer = BSONBuffer()
    /// Where the documents that are open start, the outermost first.
    private var open: [Int] = []
    /// Where the type of the value stands that has not told it yet; nil for the record itself.
    private var undecided: Int?

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func finish() throws(StoreError) -> BSONDocument {
        guard !open.isEmpty else {
            throw StoreError(.internalFailure, "The record cannot be written", detail: "it has no fields")
        }
        close(to: 0)
        return BSONDocument(finished: buffer)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(BSONKeyedWriting(writing: self, depth: begin(BSONType.document)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        BSONUnkeyedWriting(writing: self, depth: begin(BSONType.array))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { BSONSingleWriting(writing: self) }

    /// Opens a document for the value that has not told its type yet.
    private func begin(_ type: UInt8) -> Int {
        if let mark = undecided { buffer.setType(type, at: mark) }
        undecided = nil
        open.append(buffer.begin())
        return open.count
    }

    func close(to depth: Int) {
        while open.count > depth { buffer.end(open.removeLast()) }
    }

    /// Writes an element of the document at `depth`.
    func write(_ value: some Encodable, for key: String, depth: Int) throws {
        close(to: depth)
        undecided = buffer.startElement(depth == 1 && key == "id" ? "_id" : key)
        try writeUndecided(value)
        close(to: depth)
        undecided = nil
    }

    /// Writes the value whose element has begun.
    func writeUndecided(_ value: some Encodable) throws {
        switch value {
        case let text as String: put(BSONType.string) { $0.appendText(text) }
        case let time as Timestamp: put(BSONType.date) { $0.append(time.milliseconds) }
        case let number as Int: put(BSONType.int64) { $0.append(Int64(number)) }
        case let number as UInt64: put(number)
        case let number as Double: put(BSONType.double) { $0.append(number.bitPattern) }
        case let value as Bool: put(BSONType.bool) { $0.append(UInt8(value ? 1 : 0)) }
        default: try value.encode(to: self)
        }
    }

    private func put(_ number: UInt64) {
        if let number = Int64(exactly: number) {
            put(BSONType.int64) { $0.append(number) }
        } else {
            let decimal = BSONDecimal(number)
            put(BSONType.decimal) {
                $0.append(decimal.low)
                $0.append(decimal.high)
            }
        }
    }

    private func put(_ type: UInt8, _ content: (inout BSONBuffer) -> Void) {
        if let mark = undecided { buffer.setType(type, at: mark) }
        undecided = nil
        content(&buffer)
    }

    /// Opens a document as an element, for a container inside a container.
    func nested(_ type: UInt8, for key: String, depth: Int) -> Int {
        close(to: depth)
        undecided = buffer.startElement(key)
        return begin(type)
    }
}

private struct BSONKeyedWriting<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writing: BSONWriting
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    /// Nil is no element.
    func encodeNil(forKey key: Key) {}

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try writing.write(value, for: key.stringValue, depth: depth)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    {
        let inner = writing.nested(BSONType.document, for: key.stringValue, depth: depth)
        return KeyedEncodingContainer(BSONKeyedWriting<Nested>(writing: writing, depth: inner))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        BSONUnkeyedWriting(
            writing: writing, depth: writing.nested(BSONType.array, for: key.stringValue, depth: depth))
    }

    func superEncoder() -> any Encoder { writing }
    func superEncoder(forKey key: Key) -> any Encoder { writing }
}

private struct BSONUnkeyedWriting: UnkeyedEncodingContainer {
    let writing: BSONWriting
    let depth: Int
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(writing: BSONWriting, depth: Int) {
        self.writing = writing
        self.depth = depth
    }

    private mutating func nextKey() -> String {
        defer { count += 1 }
        return String(count)
    }

    mutating func encodeNil() throws { try writing.write(BSONNull(), for: nextKey(), depth: depth) }

    mutating func encode(_ value: some Encodable) throws {
        try writing.write(value, for: nextKey(), depth: depth)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
        -> KeyedEncodingContainer<Nested>
    {
        let inner = writing.nested(BSONType.document, for: nextKey(), depth: depth)
        return KeyedEncodingContainer(BSONKeyedWriting<Nested>(writing: writing, depth: inner))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        BSONUnkeyedWriting(
            writing: writing, depth: writing.nested(BSONType.array, for: nextKey(), depth: depth))
    }

    mutating func superEncoder() -> any Encoder { writing }
}

private struct BSONSingleWriting: SingleValueEncodingContainer {
    let writing: BSONWriting
    var codingPath: [any CodingKey] { [] }

    /// An element begins as null.
    func encodeNil() {}

    func encode(_ value: some Encodable) throws { try writing.writeUndecided(value) }
}

/// Nothing, where a place has to be kept.
private struct BSONNull: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encodeNil()
    }
}
