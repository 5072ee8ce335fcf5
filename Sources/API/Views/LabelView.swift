import Domain

/// A label as clients see it.
struct LabelView: Encodable {
    let name: ReferenceName
    let revision: Int
    let movedBy: String
    let movedAt: Timestamp
    /// The revision it points to; absent in lists.
    let at: RevisionView?

    init(_ label: Label, at revision: Revision? = nil) {
        name = label.name
        self.revision = label.revision
        movedBy = label.movedBy
        movedAt = label.movedAt
        at = revision.map { RevisionView($0) }
    }
}
