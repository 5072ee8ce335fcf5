import Domain

/// Reads what ``BSONEncoder`` wrote; elements that a value does not know are passed over.
enum BSONDecoder {
    /// - Throws: `StoreError.Code.internalFailure` when something is missing or of another type.
    static func decode<Value: Decodable>(_ type: Value.Type, from document: BSONDocument)
        throws(StoreError) -> Value
    {
        do {
            return try Value(
                from: BSONReading(
                    type: BSONType.document, content: document.bytes[...], isRecord: true))
        } catch let error as StoreError {
            throw error
        } catch {
            throw .damaged("\(type): \(error)")
        }
    }
}

/// The decoder of one value.
struct BSONReading: Decoder {
    let type: UInt8
    let content: ArraySlice<UInt8>
    /// Whether it is the record itself, whose `id` is `_id`.
    var isRecord = false

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(type: UInt8, content: ArraySlice<UInt8>, isRecord: Bool = false) {
        (self.type, self.content, self.isRecord) = (type, content, isRecord)
    }

    init(_ element: BSONElements.Element) {
        self.init(type: element.type, content: element.content)
    }

    func container<Key: CodingKey>(keyedBy key: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard type == BSONType.document else { throw StoreError.damaged("a document is expected") }
        return KeyedDecodingContainer(
            BSONKeyedReading(elements: try BSONElements(of: content), isRecord: isRecord))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard type == BSONType.array else { throw StoreError.damaged("an array is expected") }
        return BSONUnkeyedReading(elements: try BSONElements(of: content).elements)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { BSONSingleReading(reading: self) }

    /// Reads the value by the table of ``BSONEncoder``.
    func read<Value: Decodable>(_ wanted: Value.Type) throws -> Value {
        let value: Any? =
            switch wanted {
            case is String.Type: try element.text()
            case is Timestamp.Type: date
            case is Int.Type: integer.flatMap { Int(exactly: $0) }
            case is UInt64.Type: unsigned
            case is Double.Type: double
            case is Bool.Type: type == BSONType.bool ? content.first != 0 : nil
            default: try Value(from: self)
            }
        guard let value = value as? Value else {
            throw StoreError.damaged("a value of BSON type \(type) is no \(wanted)")
        }
        return value
    }

    private var element: BSONElements.Element {
        BSONElements.Element(type: type, key: [], content: content)
    }

    private var date: Timestamp? {
        guard type == BSONType.date else { return nil }
        return Timestamp(milliseconds: Int64(bitPattern: content.littleEndianNumber))
    }

    private var integer: Int64? {
        switch type {
        case BSONType.int64: Int64(bitPattern: content.littleEndianNumber)
        case BSONType.int32: Int64(Int32(truncatingIfNeeded: content.littleEndianNumber))
        default: nil
        }
    }

    private var unsigned: UInt64? {
        guard type == BSONType.decimal else { return integer.flatMap { UInt64(exactly: $0) } }
        return BSONDecimal(
            low: content.prefix(8).littleEndianNumber, high: content.suffix(8).littleEndianNumber
        ).number
    }

    private var double: Double? {
        type == BSONType.double
            ? Double(bitPattern: content.littleEndianNumber) : integer.map { Double($0) }
    }
}

private struct BSONKeyedReading<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let elements: BSONElements
    let isRecord: Bool
    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        elements.elements.compactMap {
            Key(stringValue: isRecord && $0.name == "_id" ? "id" : $0.name)
        }
    }

    func contains(_ key: Key) -> Bool { element(key) != nil }

    func decodeNil(forKey key: Key) -> Bool { element(key)?.type ?? BSONType.null == BSONType.null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try reading(key).read(type)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
        -> KeyedDecodingContainer<Nested>
    {
        try reading(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try reading(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { throw StoreError.damaged("no record has a class") }
    func superDecoder(forKey key: Key) throws -> any Decoder { try reading(key) }

    private func element(_ key: Key) -> BSONElements.Element? {
        elements.element(isRecord && key.stringValue == "id" ? "_id" : key.stringValue)
    }

    private func reading(_ key: Key) throws -> BSONReading {
        guard let element = element(key) else {
            throw StoreError.damaged("\(key.stringValue) is missing")
        }
        return BSONReading(element)
    }
}

private struct BSONUnkeyedReading: UnkeyedDecodingContainer {
    let elements: [BSONElements.Element]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex == elements.count }

    init(elements: [BSONElements.Element]) { self.elements = elements }

    private mutating func next() throws -> BSONReading {
        guard !isAtEnd else { throw StoreError.damaged("an array is too short") }
        defer { currentIndex += 1 }
        return BSONReading(elements[currentIndex])
    }

    mutating func decodeNil() -> Bool {
        guard !isAtEnd, elements[currentIndex].type == BSONType.null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().read(type) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
        -> KeyedDecodingContainer<Nested>
    {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct BSONSingleReading: SingleValueDecodingContainer {
    let reading: BSONReading
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { reading.type == BSONType.null }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reading.read(type) }
}
