import Domain

/// One value of a BSON document, as far as Reprise has a use for it.
indirect enum BSON: Sendable, Hashable {
    case double(Double)
    case string(String)
    case document(BSONDocument)
    case array([BSON])
    case bool(Bool)
    case date(Timestamp)
    case null
    /// Read from 32 and 64 bits, written as 64.
    case int(Int64)
    case decimal(BSONDecimal)
    /// A type that no record of ours has, such as the server's own clock.
    case other(type: UInt8, bytes: [UInt8])

    init<Kind>(_ identifier: Identifier<Kind>) { self = .string(identifier.rawValue) }
    init(_ workspace: Workspace) { self = .string(workspace.rawValue) }
    init(_ number: Int) { self = .int(Int64(number)) }

    var int: Int? {
        switch self {
        case .int(let number): Int(exactly: number)
        case .double(let number): Int(exactly: number)
        default: nil
        }
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var document: BSONDocument? { if case .document(let document) = self { document } else { nil } }
    var array: [BSON]? { if case .array(let values) = self { values } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
}

extension BSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .string(text) }
    init(integerLiteral number: Int64) { self = .int(number) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral values: BSON...) { self = .array(values) }
    init(dictionaryLiteral elements: (String, BSON)...) { self = .document(BSONDocument(elements)) }
}

/// A whole number as BSON's 128 bits of decimal hold it (IEEE 754-2008, binary integer significand).
///
/// The seed of a prompt has 64 bits without a sign; BSON's integers have one.
struct BSONDecimal: Sendable, Hashable {
    let low: UInt64
    let high: UInt64

    /// The bits of sign plus and exponent zero.
    private static let wholeNumber: UInt64 = 0x3040_0000_0000_0000

    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    init(_ number: UInt64) { self.init(low: number, high: Self.wholeNumber) }

    /// nil for fractions, negative numbers and more than 64 bits.
    var number: UInt64? { high == Self.wholeNumber ? low : nil }
}
