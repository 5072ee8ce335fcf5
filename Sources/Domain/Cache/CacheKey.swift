/// Everything a draft depends on.
///
/// Two requests share a prompt only when all of it is equal.
package struct CacheKey: Sendable, Hashable {
    package let workspace: Workspace
    package let idea: Idea
    /// Writer, template and lexicon.
    package let versions: [Version]
    /// Whether the idea's text is an idea's meaning in its one form rather than its words.
    package let isMeaning: Bool

    package init(workspace: Workspace, idea: Idea, versions: [Version], isMeaning: Bool = false) {
        self.workspace = workspace
        self.idea = idea
        self.versions = versions
        self.isMeaning = isMeaning
    }

    /// The key as bytes; two keys are the same when all of theirs are.
    ///
    /// Each text stands behind its length, so that no two lists are alike. Swift's `==` takes "é" in one
    /// scalar and in two for the same, a draft's offsets into the idea do not.
    package var bytes: [UInt8] {
        let hints = idea.hints
        var layout = Layout()
        layout.add(workspace.rawValue)
        layout.add(isMeaning ? 1 : 0)
        layout.add(idea.text)
        layout.add(idea.language.rawValue)
        layout.add(hints.mood)
        layout.add(hints.model?.rawValue)
        layout.add(hints.aspect?.rawValue)
        layout.add(hints.durationSeconds ?? -1)
        layout.add(Int(bitPattern: UInt(hints.seed)))
        layout.add((hints.enriches ? 1 : 0) + (hints.isFromImage ? 2 : 0))
        layout.add(hints.variation ?? -1)
        layout.add(hints.styles.count)
        for style in hints.styles { layout.add(style) }
        for version in versions {
            layout.add(version.name)
            layout.add(version.version)
        }
        return layout.bytes
    }
}

/// Texts and numbers one behind the other.
private struct Layout {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(256) }

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: String?) {
        guard let text else { return add(-1) }
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}
