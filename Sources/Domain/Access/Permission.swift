/// Something that a role may allow.
package enum Permission: String, Sendable, Hashable, Codable, CaseIterable {
    case read
    /// Save, branch, merge, restore, replay, mark, and use the trash.
    case edit
    /// Open and close reviews, and comment.
    case comment
    /// Give a verdict.
    case decide
    case moveLabels
    /// Move labels that a rule of the workspace protects.
    case moveProtectedLabels
    case manageRules
    case readAudit
    /// Forget a prompt for good.
    case purge
}

extension Role {
    /// The one table of rights.
    package var permissions: Set<Permission> {
        switch self {
        case .viewer: [.read]
        case .editor: [.read, .edit, .comment, .moveLabels]
        case .reviewer: [.read, .edit, .comment, .decide, .moveLabels, .moveProtectedLabels]
        case .operator: [.read, .readAudit]
        case .admin: Set(Permission.allCases)
        }
    }
}

/// Somebody tried what their role does not allow; nothing was done.
package struct PermissionError: Error, Sendable, Hashable {
    package let actor: String
    package let role: Role
    package let permission: Permission

    package init(actor: String, role: Role, permission: Permission) {
        self.actor = actor
        self.role = role
        self.permission = permission
    }
}
