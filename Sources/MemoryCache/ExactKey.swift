import Domain

/// A cache key that is equal only byte for byte, laid out once so that comparing costs one look at memory.
struct ExactKey: Hashable, Sendable {
    private let bytes: [UInt8]
    let key: CacheKey

    init(_ key: CacheKey) {
        self.key = key
        bytes = key.bytes
    }

    static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// An estimate of what the key takes on the heap.
    var cost: Int { MemoryLayout<Self>.size + 2 * bytes.count }
}
