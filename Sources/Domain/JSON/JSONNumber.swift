/// A JSON number with the digits it was written with; two are equal when their values are.
package struct JSONNumber: Sendable {
    /// Digits of an exponent beyond which a number is refused.
    static let mostExponentDigits = 9

    /// As it was written, such as `1.50` or `2e3`.
    package let text: String

    package init(_ value: Int) { text = String(value) }

    /// - Parameter text: A number of the JSON grammar; nil when it is none.
    package init?(_ text: String) {
        var reader = JSONReader(Array(text.utf8))
        guard let number = try? reader.numberAlone() else { return nil }
        self = number
    }

    /// - Parameter checked: Text that the reader has found to be a number.
    init(checked: String) { text = checked }

    /// The value when it is a whole number that fits.
    package var integer: Int? { Int(text) }

    /// Sign, digits without zeros at either end, and the power of ten of the last digit.
    private struct Value: Hashable {
        var isNegative = false
        var digits: [UInt8] = []
        var exponent = 0
    }

    private var value: Value {
        let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x65 || $0 == 0x45 }
        var value = Value()
        var isBehindPoint = false
        for byte in parts[0] {
            switch byte {
            case 0x2D: value.isNegative = true
            case 0x2E: isBehindPoint = true
            default:
                value.digits.append(byte)
                if isBehindPoint { value.exponent -= 1 }
            }
        }
        value.digits = Array(value.digits.drop { $0 == 0x30 })
        guard !value.digits.isEmpty else { return Value() }
        if parts.count > 1 { value.exponent += Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 }
        while value.digits.last == 0x30 {
            value.digits.removeLast()
            value.exponent += 1
        }
        return value
    }
}

extension JSONNumber: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8) || left.value == right.value
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
