/// Something that a role may allow.
package enum Permission: String, Sendable, Hashable, Codable, CaseIterable {
    case read
    /// Write prompts, save, branch, merge, restore, replay, mark, and use the trash.
    case edit
    /// Order videos, cancel them and have them made again.
    case render
    /// Open and close reviews, and comment.
    case comment
    /// Give a verdict.
    case decide
    case moveLabels
    /// Move labels that a rule of the workspace protects.
    case moveProtectedLabels
    case manageRules
    case readAudit
    /// Read metrics and the state of the parts, and look after the cache.
    case operate
    /// Forget a prompt for good.
    case purge
    /// See, make, rotate and revoke keys of the workspace.
    case manageKeys
}

extension Role {
    /// The one table of rights.
    package var permissions: Set<Permission> {
        switch self {
        case .viewer: [.read]
        case .editor: [.read, .edit, .render, .comment, .moveLabels]
        case .reviewer: [.read, .edit, .render, .comment, .decide, .moveLabels, .moveProtectedLabels]
        case .operator: [.read, .render, .readAudit, .operate]
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
