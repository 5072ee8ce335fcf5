package import Domain

/// How somebody names a revision: by its number, or by a branch or label that points to it.
package enum RevisionReference: Sendable, Hashable {
    case number(Int)
    case name(ReferenceName)

    /// - Throws: ``InputError`` naming `field`.
    package init(typed text: String, field: String) throws(InputError) {
        if let number = Int(text), number > 0, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) {
            self = .number(number)
        } else {
            self = .name(try ReferenceName(typed: text, field: field))
        }
    }
}

extension Studio {
    /// Finds the revision that is meant: a branch comes before a label of the same name.
    ///
    /// - Throws: ``StoreError`` with `notFound` when there is none.
    package func revision(_ reference: RevisionReference, of id: Prompt.ID, in workspace: Workspace)
        async throws -> Revision
    {
        switch reference {
        case .number(let number):
            return try await parts.history.revision(number, of: id, in: workspace)
        case .name(let name):
            let branches = try await parts.history.branches(of: id, in: workspace)
            if let branch = branches.first(where: { $0.name == name }) {
                return try await parts.history.revision(branch.head, of: id, in: workspace)
            }
            return try await label(name, of: id, in: workspace).revision
        }
    }
}
