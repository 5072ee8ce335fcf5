import Domain

/// Writes values of the domain as JSON (RFC 8259), which Foundation's encoder takes long for.
///
/// One buffer for the whole tree of values: containers write straight into it. An object inside ends as soon
/// as somebody further out writes.
final class JSONWriting: Encoder {
    private struct Level {
        let end: UInt8
        var isEmpty = true
    }

    private var buffer = JSONBuffer()
    /// The objects and arrays that are open, the outermost first.
    private var open: [Level] = []

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Returns the JSON of a value.
    ///
    /// - Throws: ``StoreError`` for a number that JSON has no word for; what the value itself throws.
    static func text(of value: some Encodable) throws -> String {
        let writing = JSONWriting()
        try writing.writeValue(value)
        writing.close(to: 0)
        return String(decoding: writing.buffer.bytes, as: UTF8.self)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONKeyedWriting(writing: self, depth: begin("{", "}")))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONUnkeyedWriting(writing: self, depth: begin("[", "]"))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingleWriting(writing: self) }

    private func begin(_ start: Unicode.Scalar, _ end: Unicode.Scalar) -> Int {
        buffer.append(ascii: start)
        open.append(Level(end: UInt8(ascii: end)))
        return open.count
    }

    func close(to depth: Int) {
        while open.count > depth { buffer.append(open.removeLast().end) }
    }

    /// Opens an object as an element, for a container inside a container.
    func nestedObject() -> Int { begin("{", "}") }

    /// Opens an array as an element.
    func nestedArray() -> Int { begin("[", "]") }

    /// Comes before each element of the container at `depth`.
    func next(at depth: Int, key: String? = nil) {
        close(to: depth)
        if !open[depth - 1].isEmpty { buffer.append(ascii: ",") }
        open[depth - 1].isEmpty = false
        if let key {
            buffer.append(text: key)
            buffer.append(ascii: ":")
        }
    }

    func write(_ text: String) { buffer.append(text: text) }

    func write(_ number: Int) { buffer.append(number: number) }

    func write(_ value: Bool) { buffer.append(word: value ? "true" : "false") }

    func writeNull() { buffer.append(word: "null") }

    func writeValue(_ value: some Encodable) throws {
        switch value {
        case let text as String: write(text)
        case let number as Int: write(number)
        case let value as Bool: write(value)
        case let number as Double: try write(number)
        case let number as Float: try write(Double(number))
        case let number as any FixedWidthInteger: buffer.append(word: "\(number)")
        default: try value.encode(to: self)
        }
    }

    private func write(_ number: Double) throws(StoreError) {
        guard number.isFinite else {
            throw StoreError(.internalFailure, "The record cannot be written", detail: "\(number) in JSON")
        }
        buffer.append(word: "\(number)")
    }
}

private struct JSONKeyedWriting<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writing: JSONWriting
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        writing.next(at: depth, key: key.stringValue)
        writing.writeNull()
    }

    // The frequent ones have a way of their own, without a look at the type.
    func encode(_ value: String, forKey key: Key) {
        writing.next(at: depth, key: key.stringValue)
        writing.write(value)
    }

    func encode(_ value: Int, forKey key: Key) {
        writing.next(at: depth, key: key.stringValue)
        writing.write(value)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        writing.next(at: depth, key: key.stringValue)
        try writing.writeValue(value)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    {
        writing.next(at: depth, key: key.stringValue)
        return KeyedEncodingContainer(
            JSONKeyedWriting<Nested>(writing: writing, depth: writing.nestedObject()))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        writing.next(at: depth, key: key.stringValue)
        return JSONUnkeyedWriting(writing: writing, depth: writing.nestedArray())
    }

    func superEncoder() -> any Encoder { writing }
    func superEncoder(forKey key: Key) -> any Encoder { writing }
}

private struct JSONUnkeyedWriting: UnkeyedEncodingContainer {
    let writing: JSONWriting
    let depth: Int
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(writing: JSONWriting, depth: Int) {
        self.writing = writing
        self.depth = depth
    }

    private mutating func next() {
        writing.next(at: depth)
        count += 1
    }

    mutating func encodeNil() {
        next()
        writing.writeNull()
    }

    mutating func encode(_ value: some Encodable) throws {
        next()
        try writing.writeValue(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
        -> KeyedEncodingContainer<Nested>
    {
        next()
        return KeyedEncodingContainer(
            JSONKeyedWriting<Nested>(writing: writing, depth: writing.nestedObject()))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        next()
        return JSONUnkeyedWriting(writing: writing, depth: writing.nestedArray())
    }

    mutating func superEncoder() -> any Encoder { writing }
}

private struct JSONSingleWriting: SingleValueEncodingContainer {
    let writing: JSONWriting
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { writing.writeNull() }

    func encode(_ value: String) { writing.write(value) }

    func encode(_ value: some Encodable) throws { try writing.writeValue(value) }
}
