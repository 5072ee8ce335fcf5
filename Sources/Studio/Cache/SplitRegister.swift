import Domain
import Synchronization

/// The pairs of ideas that people said are not the same, at hand for every look-up.
final class SplitRegister: Sendable {
    private let splits = Mutex<Set<Split>>([])

    func add(_ split: Split) { splits.withLock { _ = $0.insert(split) } }

    func add(_ new: [Split]) { splits.withLock { $0.formUnion(new) } }

    func contains(_ one: String, _ other: String, in workspace: Workspace) -> Bool {
        splits.withLock { !$0.isEmpty && $0.contains(Split(one, other, in: workspace)) }
    }

    var count: Int { splits.withLock(\.count) }
}
