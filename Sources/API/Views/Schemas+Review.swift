import Diffing
import Domain

extension FieldChangeView {
    static let schema = Schemas.object(
        [
            "op": Schemas.words(["add", "remove", "replace"]), "path": Schemas.text,
            "value": ["type": ["string", "integer"]], "old": ["type": ["string", "integer"]],
        ], optional: ["value", "old"])
}

extension ComparisonView {
    static let schema = Schemas.object([
        "from": Schemas.number, "to": Schemas.number, "oldText": Schemas.text, "newText": Schemas.text,
        "diff": RevisionView.diffSchema, "changes": Schemas.list(of: FieldChangeView.schema),
        "slots": Schemas.list(of: SlotChangeView.schema), "summary": Schemas.text,
        "patch": Schemas.list(of: Schemas.anything), "mergePatch": Schemas.anything,
    ])
}

extension SlotChangeView {
    static let schema = Schemas.object(
        [
            "kind": Schemas.words(SlotSummary.Kind.allCases.map(\.rawValue)),
            "slot": Schemas.words(SceneSlot.allCases.map(\.rawValue)), "name": Schemas.text,
            "oldText": Schemas.text, "newText": Schemas.text,
        ], optional: ["slot", "name"])
}

extension SummarisedDiffView {
    static let schema = Schemas.object([
        "diff": RevisionView.diffSchema, "slots": Schemas.list(of: SlotChangeView.schema),
        "summary": Schemas.text,
    ])
}

extension Schemas {
    static let branch = Schemas.object([
        "name": Schemas.text, "start": Schemas.number, "head": Schemas.number, "author": Schemas.text,
        "createdAt": Schemas.time,
    ])
    static let labelRule = Schemas.object([
        "label": Schemas.text, "isProtected": Schemas.flag, "requiredApprovals": Schemas.number,
    ])
}

extension ReviewView {
    static let schema = Schemas.object([
        "id": Schemas.text, "prompt": Schemas.text, "from": Schemas.number, "to": Schemas.number,
        "title": Schemas.text, "author": Schemas.text,
        "state": Schemas.words(Review.State.allCases.map(\.rawValue)),
        "comments": Schemas.list(of: comment), "verdicts": Schemas.list(of: verdict),
        "approvals": Schemas.number, "isContested": Schemas.flag, "createdAt": Schemas.time,
        "updatedAt": Schemas.time, "links": Schemas.links,
    ])

    private static let place = Schemas.object([
        "revision": Schemas.number, "start": Schemas.number, "length": Schemas.number,
    ])
    private static let verdict = Schemas.object([
        "reviewer": Schemas.text, "kind": Schemas.words(Verdict.Kind.allCases.map(\.rawValue)),
        "reason": Schemas.text, "at": Schemas.time,
    ])
    private static let comment = Schemas.object(
        [
            "id": Schemas.text, "author": Schemas.text, "text": Schemas.text, "at": Schemas.time,
            "quote": Schemas.text, "place": place, "current": place, "isOutdated": Schemas.flag,
            "replies": Schemas.list(
                of: Schemas.object(["author": Schemas.text, "text": Schemas.text, "at": Schemas.time])),
            "resolvedBy": Schemas.text,
        ], optional: ["quote", "place", "current", "resolvedBy"])
}

extension LabelView {
    static let schema = Schemas.object(
        [
            "name": Schemas.text, "revision": Schemas.number, "movedBy": Schemas.text,
            "movedAt": Schemas.time, "at": RevisionView.schema,
        ], optional: ["at"])
}

extension EditView {
    static let schema = Schemas.object(
        [
            "id": Schemas.text, "prompt": Schemas.text, "revision": Schemas.number, "slot": Schemas.text,
            "kind": Schemas.words(Edit.Kind.allCases.map(\.rawValue)), "oldText": Schemas.text,
            "newText": Schemas.text, "author": Schemas.text, "savedAt": Schemas.time,
            "revertedBy": Schemas.number, "links": Schemas.links,
        ], optional: ["revertedBy"])
}

extension AuditView {
    static let schema = Schemas.object(
        [
            "id": Schemas.text, "actor": Schemas.text,
            "role": Schemas.words(Role.allCases.map(\.rawValue)),
            "action": Schemas.words(AuditEntry.Action.allCases.map(\.rawValue)), "prompt": Schemas.text,
            "target": Schemas.text, "detail": Schemas.text, "at": Schemas.time,
        ], optional: ["prompt", "detail"])
}
