import Domain

/// A whole BSON document as bytes: names with values, in order.
struct BSONDocument: Sendable, Hashable {
    private(set) var bytes: [UInt8]

    /// An empty document.
    init() { bytes = [5, 0, 0, 0, 0] }

    init(_ elements: some Sequence<(String, BSON)>) {
        var buffer = BSONBuffer()
        let start = buffer.begin()
        for (key, value) in elements { buffer.append(value, for: key) }
        buffer.end(start)
        bytes = buffer.bytes
    }

    /// Takes bytes that are a document.
    ///
    /// - Throws: `StoreError.Code.internalFailure` unless their length is the one they tell.
    init(bytes: [UInt8]) throws(StoreError) {
        guard bytes.count >= 5, bytes.last == 0,
            BSONElements.length(at: 0, in: bytes[...]) == bytes.count
        else { throw .damaged("\(bytes.count) bytes are no BSON document") }
        self.bytes = bytes
    }

    /// Takes what a ``BSONBuffer`` made.
    init(finished buffer: BSONBuffer) { bytes = buffer.bytes }

    /// A document with another one's elements behind its own.
    func with(_ other: Self) -> Self {
        var buffer = BSONBuffer()
        let start = buffer.begin()
        buffer.append(contentsOf: bytes[4..<bytes.count - 1])
        buffer.append(contentsOf: other.bytes[4..<other.bytes.count - 1])
        buffer.end(start)
        return Self(finished: buffer)
    }

    /// The document without some of its names.
    ///
    /// - Throws: `StoreError.Code.internalFailure` when it is damaged.
    func without(_ names: Set<String>) throws(StoreError) -> Self {
        var buffer = BSONBuffer()
        let start = buffer.begin()
        for element in try BSONElements(of: bytes[...]).elements where !names.contains(element.name) {
            _ = buffer.startElement(element.name, type: element.type)
            buffer.append(contentsOf: element.content)
        }
        buffer.end(start)
        return Self(finished: buffer)
    }

    /// The value of a name; nil when there is none, or it is damaged.
    subscript(key: String) -> BSON? {
        guard let elements = try? BSONElements(of: bytes[...]), let element = elements.element(key) else {
            return nil
        }
        return try? element.value()
    }

    /// A value further inside, such as `head.number`.
    subscript(path: [String]) -> BSON? {
        guard let first = path.first else { return .document(self) }
        let value = self[first]
        return path.count == 1 ? value : value?.document?[Array(path.dropFirst())]
    }
}

extension BSONDocument: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, BSON)...) { self.init(elements) }
}
