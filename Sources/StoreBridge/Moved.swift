import Domain

extension Revision {
    /// The same change under another number, on another branch.
    func moved(to branch: ReferenceName, number: Int, parent: Int?) -> Self {
        Self(
            prompt: prompt, number: number, parent: parent, mergedFrom: mergedFrom, branch: branch,
            author: author, note: note, savedAt: savedAt, configuration: configuration, diff: diff,
            changes: changes)
    }
}

extension Edit {
    func moved(to revision: Int) -> Self {
        Self(
            id: id, prompt: prompt, revision: revision, slot: slot, kind: kind, author: author,
            savedAt: savedAt, oldText: oldText, newText: newText, oldTerms: oldTerms, newTerms: newTerms,
            revertedBy: revertedBy)
    }
}

extension AuditEntry {
    /// What the target of an entry about a revision begins with.
    static let revisions = "revisions/"

    private var someone: Actor { Actor(name: actor, role: role) }

    func moved(to revision: Int) -> Self {
        Self(
            id: id, workspace: workspace, actor: someone, action: action, prompt: prompt,
            target: Self.revisions + "\(revision)", detail: detail, at: at)
    }

    /// The entry of the branch that had to be made; its identifier is always the same one.
    func branched(as branch: ReferenceName) -> Self {
        Self(
            id: ID(at: at, random: FixedBits(of: id.rawValue)), workspace: workspace, actor: someone,
            action: .branched, prompt: prompt, target: "branches/\(branch)",
            detail: "MongoDB was away when this was saved", at: at)
    }
}

/// Bits that depend on a text alone.
private struct FixedBits: RandomSource {
    private let bits: UInt64

    init(of text: String) {
        // FNV-1a.
        bits = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    func next() -> UInt64 { bits }
}
