package import Domain

/// A run of text that stayed or changed, for people to look at.
package struct DiffSegment: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case equal, insert, delete, replace
    }

    package let kind: Kind
    /// What stood there; empty for an insertion.
    package let old: String
    /// What stands there now; empty for a deletion.
    package let new: String
}

extension Diff {
    /// Both texts as runs in order; the `old` ones join to the old text, the `new` ones to the new.
    ///
    /// - Throws: ``DiffError`` when the diff is not for this text.
    package func segments(of old: String) throws(DiffError) -> [DiffSegment] {
        _ = try apply(to: old)
        let bytes = Array(old.utf8)
        var segments: [DiffSegment] = []
        func appendEqual(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            let text = String(decoding: bytes[range], as: UTF8.self)
            segments.append(DiffSegment(kind: .equal, old: text, new: text))
        }
        var position = 0
        for operation in operations {
            appendEqual(position..<operation.old.start.utf8)
            segments.append(
                DiffSegment(
                    kind: DiffSegment.Kind(operation.kind), old: operation.oldText,
                    new: operation.newText))
            position = operation.old.start.utf8 + operation.old.length.utf8
        }
        appendEqual(position..<bytes.count)
        return segments
    }
}

extension DiffSegment.Kind {
    fileprivate init(_ kind: Diff.Operation.Kind) {
        switch kind {
        case .insert: self = .insert
        case .delete: self = .delete
        case .replace: self = .replace
        }
    }
}
