/// 16 bytes that name a trace; never zero.
package struct TraceID: Sendable, Hashable, CustomStringConvertible {
    let high: UInt64
    let low: UInt64

    /// nil for zero, which names nothing.
    init?(high: UInt64, low: UInt64) {
        guard high != 0 || low != 0 else { return nil }
        (self.high, self.low) = (high, low)
    }

    /// A new one.
    init(using random: inout some RandomNumberGenerator) {
        (high, low) = (random.next(), random.next() | 1)
    }

    /// 32 hexadecimal digits.
    package var description: String { Hex.text(of: high) + Hex.text(of: low) }
}

/// 8 bytes that name a span; never zero.
package struct SpanID: Sendable, Hashable, CustomStringConvertible {
    let number: UInt64

    init?(_ number: UInt64) {
        guard number != 0 else { return nil }
        self.number = number
    }

    init(using random: inout some RandomNumberGenerator) { number = random.next() | 1 }

    /// 16 hexadecimal digits.
    package var description: String { Hex.text(of: number) }
}

/// What one service tells the next one about a trace (W3C Trace Context, level 2).
package struct TraceContext: Sendable, Hashable {
    package let traceID: TraceID
    /// The span that calls.
    package let spanID: SpanID
    /// Whether the caller keeps the trace.
    package let isSampled: Bool
    /// What other vendors wrote into `tracestate`; empty for nothing.
    package let state: String

    init(traceID: TraceID, spanID: SpanID, isSampled: Bool, state: String) {
        (self.traceID, self.spanID, self.isSampled, self.state) = (traceID, spanID, isSampled, state)
    }

    /// Reads what a request brought.
    ///
    /// - Parameters:
    ///   - parents: Every `traceparent` header; more than one is as good as none.
    ///   - states: Every `tracestate` header, in their order; one that breaks a rule is left out with all
    ///     the others, and the trace goes on.
    /// - Returns: nil when there is no trace to go on with; then a new one begins, and nobody is refused.
    package init?(parents: [String], states: [String]) {
        guard parents.count == 1, let parent = Self.parent(parents[0]) else { return nil }
        self.init(
            traceID: parent.trace, spanID: parent.span, isSampled: parent.flags & 1 == 1,
            state: TraceState.joined(states) ?? "")
    }

    /// The value of `traceparent` for a call from here.
    package var parent: String { "00-\(traceID)-\(spanID)-0\(isSampled ? 1 : 0)" }

    /// `version "-" trace-id "-" parent-id "-" trace-flags`, all in lower-case hexadecimal digits.
    private static func parent(_ header: String) -> (trace: TraceID, span: SpanID, flags: UInt8)? {
        let bytes = Array(header.utf8.drop { $0 == 0x20 || $0 == 0x09 })
        let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? 0
        guard end >= 55, [2, 35, 52].allSatisfy({ bytes[$0] == UInt8(ascii: "-") }),
            let version = Hex.number(bytes[0..<2]), version != 0xFF,
            // A later version may have more behind a dash; the first one has not.
            end == 55 || version > 0 && bytes[55] == UInt8(ascii: "-"),
            let high = Hex.number(bytes[3..<19]), let low = Hex.number(bytes[19..<35]),
            let trace = TraceID(high: high, low: low),
            let span = Hex.number(bytes[36..<52]).flatMap(SpanID.init),
            let flags = Hex.number(bytes[53..<55])
        else { return nil }
        return (trace, span, UInt8(flags))
    }
}

/// Lower-case hexadecimal digits.
enum Hex {
    static func text(of number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// nil for anything but at most 16 digits in lower case.
    static func number(_ bytes: ArraySlice<UInt8>) -> UInt64? {
        bytes.reduce(0) { number, byte in
            let digit: UInt64
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt64(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
            return number.map { $0 << 4 | digit }
        }
    }
}
