/// Something that must hold for any bytes.
///
/// A target traps when a promise is broken; a typed error is a fine answer.
protocol FuzzTarget: Sendable {
    /// The word it is called by; its corpus lies in `Fuzz/corpus/` under that name.
    static var name: String { get }

    init() throws

    func run(_ bytes: UnsafeRawBufferPointer)
}

extension UnsafeRawBufferPointer {
    /// The bytes as text; broken UTF-8 is repaired, as the server does not pass it on.
    var text: String { String(decoding: self, as: UTF8.self) }

    /// Cuts the bytes at 0xFF, which no UTF-8 text holds.
    func texts(_ count: Int) -> [String] {
        let parts = split(separator: 0xFF, maxSplits: count - 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        return parts + Array(repeating: "", count: count - parts.count)
    }
}
