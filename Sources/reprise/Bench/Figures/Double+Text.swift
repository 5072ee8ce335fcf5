import Foundation

extension Double {
    /// The number with a fixed count of decimals, and with commas between thousands.
    func text(decimals: Int = 0) -> String {
        let digits = String(format: "%.\(decimals)f", magnitude)
        let parts = digits.split(separator: ".")
        let whole = parts[0].reversed().enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0 && digit.offset.isMultiple(of: 3) { text.append(",") }
            text.append(digit.element)
        }
        let sign = self < 0 ? "-" : ""
        return sign + ([String(whole.reversed())] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }
}
