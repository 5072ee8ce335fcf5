/// One line of an exposition in the making: a name with its labels.
struct Series: Sendable {
    let name: String
    let labels: [(name: String, value: String)]

    /// Renders everything up to the number, once for the life of the series.
    ///
    /// - Parameters:
    ///   - suffix: What the sample adds to the metric's name.
    ///   - extra: A label of this sample alone, such as the bound of a bucket.
    func prefix(suffix: String = "", extra: (name: String, value: String)? = nil) -> [UInt8] {
        var text = Array((name + suffix).utf8)
        let all = labels + (extra.map { [$0] } ?? [])
        if !all.isEmpty {
            text.append(UInt8(ascii: "{"))
            for (offset, label) in all.enumerated() {
                if offset > 0 { text.append(UInt8(ascii: ",")) }
                text.append(contentsOf: label.name.utf8)
                text.append(contentsOf: "=\"".utf8)
                text.append(escaping: label.value, quotes: true)
                text.append(UInt8(ascii: "\""))
            }
            text.append(UInt8(ascii: "}"))
        }
        text.append(UInt8(ascii: " "))
        return text
    }
}

/// Something that counts or measures, and writes its samples.
protocol Instrument: AnyObject, Sendable {
    /// Appends one line for each sample.
    func write(in format: ExpositionFormat, to text: inout [UInt8])
}

extension [UInt8] {
    /// Appends text with the escapes of both exposition formats.
    mutating func append(escaping value: String, quotes: Bool) {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\n"): append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\"") where quotes: append(contentsOf: "\\\"".utf8)
            default: append(byte)
            }
        }
    }

    /// Appends a number and ends the line.
    mutating func appendLine(number: Double) {
        append(number: number)
        append(UInt8(ascii: "\n"))
    }

    /// Appends a number as both exposition formats write it.
    mutating func append(number: Double) {
        let text =
            if number.isNaN {
                "NaN"
            } else if number.isInfinite {
                number > 0 ? "+Inf" : "-Inf"
            } else if let whole = Int64(exactly: number) {
                String(whole)
            } else {
                number.description
            }
        append(contentsOf: text.utf8)
    }
}
