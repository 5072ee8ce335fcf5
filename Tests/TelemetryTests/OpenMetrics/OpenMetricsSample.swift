/// One line of an OpenMetrics text that holds a number.
struct OpenMetricsSample: Equatable {
    struct Exemplar: Equatable {
        var labels: [String: String]
        var value: Double
        var timestamp: Double?
    }

    var name: String
    var labels: [String: String]
    var value: Double
    var timestamp: Double?
    var exemplar: Exemplar?

    init(name: String, labels: [String: String] = [:], value: Double, exemplar: Exemplar? = nil) {
        (self.name, self.labels, self.value, self.exemplar) = (name, labels, value, exemplar)
    }

    init(line: Substring) throws(OpenMetricsError) {
        var scanner = OpenMetricsScanner(line)
        name = scanner.word { $0 == "{" || $0 == " " }
        guard OpenMetricsScanner.isName(name, withColons: true) else { throw .init("name \(name)") }
        labels = scanner.peek == "{" ? try scanner.labels() : [:]
        (value, timestamp) = try scanner.valueAndTimestamp()
        guard scanner.take(" # ") else {
            guard scanner.isAtEnd else { throw .init("something behind the sample") }
            return
        }
        let labels = try scanner.labels()
        let length = labels.reduce(0) { $0 + $1.key.unicodeScalars.count + $1.value.unicodeScalars.count }
        guard length <= 128 else { throw .init("labels of an exemplar of \(length) characters") }
        let (value, timestamp) = try scanner.valueAndTimestamp()
        guard scanner.isAtEnd else { throw .init("something behind the exemplar") }
        exemplar = Exemplar(labels: labels, value: value, timestamp: timestamp)
    }

    /// The labels that samples of one metric share, whatever their bucket, quantile or state.
    func group(in family: String, of type: String) -> [String: String] {
        var group = labels
        switch type {
        case "info": group = [:]
        case "summary" where name == family: group["quantile"] = nil
        case "stateset": group[family] = nil
        case "histogram" where name == family + "_bucket", "gaugehistogram" where name == family + "_bucket":
            group["le"] = nil
        default: break
        }
        return group
    }
}

struct OpenMetricsError: Error, Equatable {
    let what: String

    init(_ what: String) { self.what = what }
}

/// Reads one line from left to right.
struct OpenMetricsScanner {
    private var rest: Substring.UnicodeScalarView

    init(_ line: Substring) { rest = line.unicodeScalars }

    var peek: Unicode.Scalar? { rest.first }
    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest.removeFirst(text.unicodeScalars.count)
        return true
    }

    mutating func word(until isEnd: (Unicode.Scalar) -> Bool) -> String {
        let word = rest.prefix { !isEnd($0) }
        rest = rest[word.endIndex...]
        return String(word)
    }

    /// Reads labels in their braces.
    mutating func labels() throws(OpenMetricsError) -> [String: String] {
        var labels: [String: String] = [:]
        guard take("{") else { throw .init("no labels") }
        if take("}") { return labels }
        repeat {
            let name = word { $0 == "=" || $0 == "," || $0 == "}" }
            guard Self.isName(name, withColons: false) else { throw .init("label \(name)") }
            guard take("=\"") else { throw .init("no value of \(name)") }
            guard labels.updateValue(try quoted(), forKey: name) == nil else { throw .init("\(name) twice") }
        } while take(",")
        guard take("}") else { throw .init("labels without an end") }
        return labels
    }

    private mutating func quoted() throws(OpenMetricsError) -> String {
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\":
                switch rest.popFirst() {
                case "n": text.append("\n")
                case "\"": text.append("\"")
                case "\\": text.append("\\")
                case let other?: text.append(contentsOf: ["\\", other])
                case nil: throw .init("a backslash at the end")
                }
            default: text.append(scalar)
            }
        }
        throw .init("a value without an end")
    }

    /// Reads a number behind a blank, and a second one that is a time.
    mutating func valueAndTimestamp() throws(OpenMetricsError) -> (Double, Double?) {
        guard take(" "), let value = Self.number(word { $0 == " " }) else { throw .init("no value") }
        guard peek == " ", !rest.dropFirst().starts(with: "# ".unicodeScalars) else { return (value, nil) }
        _ = take(" ")
        guard let timestamp = Self.number(word { $0 == " " }), timestamp.isFinite else {
            throw .init("no time")
        }
        return (value, timestamp)
    }

    static func isName(_ name: String, withColons: Bool) -> Bool {
        let pattern = withColons ? /[a-zA-Z_:][a-zA-Z0-9_:]*/ : /[a-zA-Z_][a-zA-Z0-9_]*/
        return (try? pattern.wholeMatch(in: name)) != nil
    }

    static func number(_ text: String) -> Double? {
        let sign = text.hasPrefix("-") ? -1.0 : 1
        switch text.lowercased() {
        case "inf", "+inf", "infinity", "+infinity", "-inf", "-infinity": return sign * .infinity
        case "nan": return .nan
        default:
            let pattern = /[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?/
            return (try? pattern.wholeMatch(in: text)) == nil ? nil : Double(text)
        }
    }
}
