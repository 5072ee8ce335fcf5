import Diffing
package import Domain

/// The revisions of one prompt and how they come from each other.
package struct RevisionGraph: Sendable {
    private let revisions: [Int: Revision]

    package init(_ revisions: [Revision]) {
        self.revisions = Dictionary(revisions.map { ($0.number, $0) }) { $1 }
    }

    package subscript(number: Int) -> Revision? { revisions[number] }

    /// The number of the newest revision of all branches; 0 when there is none.
    package var newest: Int { revisions.keys.max() ?? 0 }

    /// A revision and everything it comes from, by either parent.
    package func ancestors(of number: Int) -> Set<Int> {
        var found: Set<Int> = []
        var waiting = [number]
        while let next = waiting.popLast() {
            guard let revision = revisions[next], found.insert(next).inserted else { continue }
            waiting += revision.parents
        }
        return found
    }

    /// The newest revision that both come from.
    package func commonAncestor(of one: Int, _ other: Int) -> Revision? {
        // Parents have smaller numbers, so the newest is no ancestor of another common one.
        ancestors(of: one).intersection(ancestors(of: other)).max().flatMap { revisions[$0] }
    }

    /// The way from a revision down to another by first parents; nil when it does not come from it.
    ///
    /// - Returns: The revisions after `start`, up to `end`.
    package func line(from start: Int, to end: Int) -> [Revision]? {
        var line: [Revision] = []
        var number = end
        while number > start {
            guard let revision = revisions[number], let parent = revision.parent else { return nil }
            line.append(revision)
            number = parent
        }
        return number == start ? line.reversed() : nil
    }

    /// Makes a configuration out of revision 1 by the diffs and changes on the way.
    ///
    /// - Throws: `StoreError.Code.notFound` when there is no such revision, `DiffError` or
    ///   ``InputError`` when the chain is broken.
    package func rebuild(_ number: Int) throws -> Configuration {
        guard let first = revisions[1], let line = line(from: 1, to: number) else {
            throw StoreError(.notFound, "There is no revision \(number)")
        }
        return try line.reduce(first.configuration) { configuration, revision in
            var next = try configuration.applying(revision.changes)
            if let diff = revision.diff { next.text = try diff.apply(to: configuration.text) }
            return next
        }
    }
}
