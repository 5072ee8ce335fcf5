import Domain

/// The elements of a document, found but not yet read.
struct BSONElements {
    struct Element {
        let type: UInt8
        let key: ArraySlice<UInt8>
        let content: ArraySlice<UInt8>

        var name: String { String(decoding: key, as: UTF8.self) }
    }

    let elements: [Element]

    /// Finds the elements.
    ///
    /// - Throws: `StoreError.Code.internalFailure` when the bytes end too early or hold an unknown type.
    init(of document: ArraySlice<UInt8>) throws(StoreError) {
        guard document.count >= 5, Self.length(at: document.startIndex, in: document) == document.count else {
            throw .damaged("a document inside has another length than it tells")
        }
        var elements: [Element] = []
        var index = document.startIndex + 4
        let end = document.endIndex - 1
        while index < end {
            let type = document[index]
            guard let stop = document[(index + 1)..<end].firstIndex(of: 0) else {
                throw .damaged("a name does not end")
            }
            let key = document[(index + 1)..<stop]
            let size = try Self.size(of: type, at: stop + 1, in: document)
            guard size >= 0, size <= end - (stop + 1) else {
                throw .damaged("the value of \(String(decoding: key, as: UTF8.self)) is cut off")
            }
            elements.append(
                Element(type: type, key: key, content: document[(stop + 1)..<(stop + 1 + size)]))
            index = stop + 1 + size
        }
        self.elements = elements
    }

    func element(_ key: String) -> Element? {
        elements.first { $0.key.elementsEqual(key.utf8) }
    }

    /// The number of 32 bits that stands at an index; -1 beyond the end.
    static func length(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
        guard index >= bytes.startIndex, bytes.endIndex - index >= 4 else { return -1 }
        return Int(Int32(truncatingIfNeeded: bytes[index..<(index + 4)].littleEndianNumber))
    }

    /// How many bytes the value of a type takes; -1 when that cannot be told.
    private static func size(of type: UInt8, at index: Int, in bytes: ArraySlice<UInt8>)
        throws(StoreError) -> Int
    {
        switch type {
        case BSONType.null: 0
        case BSONType.bool: 1
        case BSONType.int32: 4
        case BSONType.double, BSONType.date, BSONType.timestamp, BSONType.int64: 8
        case BSONType.objectID: 12
        case BSONType.decimal: 16
        case BSONType.string: 4 + length(at: index, in: bytes)
        case BSONType.binary: 5 + length(at: index, in: bytes)
        case BSONType.document, BSONType.array: length(at: index, in: bytes)
        default: throw .damaged("BSON type \(type) is not known")
        }
    }
}

extension BSONElements.Element {
    /// Reads the value.
    ///
    /// - Throws: `StoreError.Code.internalFailure` when text is not UTF-8 or a document is damaged.
    func value() throws(StoreError) -> BSON {
        switch type {
        case BSONType.double: return .double(Double(bitPattern: content.littleEndianNumber))
        case BSONType.string: return .string(try text())
        case BSONType.document: return .document(try BSONDocument(bytes: Array(content)))
        case BSONType.array:
            var values: [BSON] = []
            for element in try BSONElements(of: content).elements { values.append(try element.value()) }
            return .array(values)
        case BSONType.bool: return .bool(content.first != 0)
        case BSONType.date: return .date(Timestamp(milliseconds: int64))
        case BSONType.null: return .null
        case BSONType.int32: return .int(Int64(Int32(truncatingIfNeeded: content.littleEndianNumber)))
        case BSONType.int64: return .int(int64)
        case BSONType.decimal:
            return .decimal(
                BSONDecimal(
                    low: content.prefix(8).littleEndianNumber, high: content.suffix(8).littleEndianNumber))
        default: return .other(type: type, bytes: Array(content))
        }
    }

    /// Reads text byte for byte.
    func text() throws(StoreError) -> String {
        // A length in front and NUL behind, which are not part of it.
        let bytes = content.dropFirst(4).dropLast()
        guard type == BSONType.string, content.count >= 5,
            let text = String(validating: bytes, as: UTF8.self)
        else { throw .damaged("the value of \(name) is no text in UTF-8") }
        return text
    }

    private var int64: Int64 { Int64(bitPattern: content.littleEndianNumber) }
}

extension ArraySlice<UInt8> {
    /// Up to eight bytes as a number, the least first.
    var littleEndianNumber: UInt64 { reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}
