import Domain

/// Bytes of a BSON document that is being written.
///
/// Documents nest: ``begin(_:)`` opens one, ``end(_:)`` closes it and fills in its length.
struct BSONBuffer {
    private(set) var bytes: [UInt8] = []

    /// Opens a document; `end` wants what this returns.
    mutating func begin() -> Int {
        let start = bytes.count
        append(UInt32(0))
        return start
    }

    mutating func end(_ start: Int) {
        bytes.append(0)
        patch(UInt32(bytes.count - start), at: start)
    }

    /// Starts an element, whose type may be told later.
    ///
    /// - Parameter key: Must not hold NUL: keys are names of our own.
    /// - Returns: Where the type stands.
    mutating func startElement(_ key: String, type: UInt8 = BSONType.null) -> Int {
        let mark = bytes.count
        bytes.append(type)
        bytes.append(contentsOf: key.utf8)
        bytes.append(0)
        return mark
    }

    mutating func setType(_ type: UInt8, at mark: Int) { bytes[mark] = type }

    /// Writes text with its length, so that NUL is a character like any other.
    mutating func appendText(_ text: String) {
        let start = bytes.count
        append(UInt32(0))
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
        patch(UInt32(bytes.count - start - 4), at: start)
    }

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    private mutating func patch(_ number: UInt32, at start: Int) {
        withUnsafeBytes(of: number.littleEndian) { new in
            for (offset, byte) in new.enumerated() { bytes[start + offset] = byte }
        }
    }
}

extension BSONBuffer {
    /// Writes one element.
    mutating func append(_ value: BSON, for key: String) {
        switch value {
        case .double(let number):
            _ = startElement(key, type: BSONType.double)
            append(number.bitPattern)
        case .string(let text):
            _ = startElement(key, type: BSONType.string)
            appendText(text)
        case .document(let document):
            _ = startElement(key, type: BSONType.document)
            append(contentsOf: document.bytes)
        case .array(let values):
            _ = startElement(key, type: BSONType.array)
            let start = begin()
            for (index, value) in values.enumerated() { append(value, for: String(index)) }
            end(start)
        case .bool(let value):
            _ = startElement(key, type: BSONType.bool)
            append(UInt8(value ? 1 : 0))
        case .date(let time):
            _ = startElement(key, type: BSONType.date)
            append(time.milliseconds)
        case .null:
            _ = startElement(key)
        case .int(let number):
            _ = startElement(key, type: BSONType.int64)
            append(number)
        case .decimal(let decimal):
            _ = startElement(key, type: BSONType.decimal)
            append(decimal.low)
            append(decimal.high)
        case .other(let type, let more):
            _ = startElement(key, type: type)
            append(contentsOf: more)
        }
    }
}
