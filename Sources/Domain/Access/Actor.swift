/// Who does something, and what they may do.
package struct Actor: Sendable, Hashable {
    /// As it stands in revisions and in the audit trail.
    package let name: String
    package let role: Role
    /// The workspaces the role holds for; nil for all.
    package let workspaces: Set<Workspace>?

    package init(name: String, role: Role, workspaces: Set<Workspace>? = nil) {
        self.name = name
        self.role = role
        self.workspaces = workspaces
    }

    /// The service itself, when nobody asked.
    package static let service = Self(name: "reprise", role: .admin)

    /// Checks a right.
    ///
    /// - Throws: ``PermissionError`` when the actor has it not in this workspace.
    package func require(_ permission: Permission, in workspace: Workspace) throws(PermissionError) {
        guard workspaces?.contains(workspace) ?? true, role.permissions.contains(permission) else {
            throw PermissionError(actor: name, role: role, permission: permission)
        }
    }

    /// Checks a right in all workspaces.
    ///
    /// - Throws: ``PermissionError`` when the actor has it not in every one.
    package func requireEverywhere(_ permission: Permission) throws(PermissionError) {
        guard workspaces == nil, role.permissions.contains(permission) else {
            throw PermissionError(actor: name, role: role, permission: permission)
        }
    }
}

/// An actor's part in a workspace.
package enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    case viewer, editor, reviewer, `operator`, admin
}
