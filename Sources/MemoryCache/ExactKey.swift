import Domain

/// A cache key that is equal only byte for byte.
///
/// Swift's `==` takes "é" in one scalar and in two for the same, a draft's offsets into the idea do not.
/// All of the key is laid out as bytes once, so that comparing costs one look at memory.
struct ExactKey: Hashable, Sendable {
    private let bytes: [UInt8]
    private let workspace: Workspace

    init(_ key: CacheKey) {
        let hints = key.idea.hints
        workspace = key.workspace
        var layout = Layout()
        layout.add(key.workspace.rawValue)
        layout.add(key.idea.text)
        layout.add(key.idea.language.rawValue)
        layout.add(hints.mood)
        layout.add(hints.model?.rawValue)
        layout.add(hints.aspect?.rawValue)
        layout.add(hints.durationSeconds ?? -1)
        layout.add(Int(bitPattern: UInt(hints.seed)))
        layout.add((hints.enriches ? 1 : 0) + (hints.isFromImage ? 2 : 0))
        layout.add(hints.variation ?? -1)
        layout.add(hints.styles.count)
        for style in hints.styles { layout.add(style) }
        for version in key.versions {
            layout.add(version.name)
            layout.add(version.version)
        }
        bytes = layout.bytes
    }

    static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// An estimate of what the key takes on the heap.
    var cost: Int { MemoryLayout<Self>.size + bytes.count + workspace.rawValue.utf8.count }

    func belongs(to workspace: Workspace) -> Bool {
        self.workspace.rawValue.utf8.elementsEqual(workspace.rawValue.utf8)
    }
}

/// Texts and numbers one behind the other; each text behind its length, so that no two lists are alike.
private struct Layout {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(256) }

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: String?) {
        guard let text else { return add(-1) }
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}
