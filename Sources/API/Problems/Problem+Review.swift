import Domain
import HTTPServer
import Studio

extension Problem {
    init(_ error: EditConflict) {
        self.init(
            .staleBase,
            "Revision \(error.head.number) was saved after revision \(error.base.number); nothing was "
                + "overwritten. 'merge' brings both edits together: save it with base \(error.head.number)",
            korean: "\(error.base.number)번 판 뒤에 \(error.head.number)번 판이 저장되었습니다. 덮어쓴 것은 없습니다. "
                + "'merge'를 확인하고 base=\(error.head.number)로 저장하세요.",
            field: "base", expected: "\(error.head.number)")
        headers = ["ETag": "\"\(error.head.number)\""]
        members = ["head": RevisionView(error.head), "merge": MergeView(error.merge)]
    }

    init(_ error: MergeConflict) {
        self.init(
            .mergeConflict,
            "Revisions \(error.ours.number) and \(error.theirs.number) differ in "
                + "\(error.merge.conflictCount) places; send 'choices' for them, or the merged 'text'",
            korean: "\(error.ours.number)번 판과 \(error.theirs.number)번 판이 "
                + "\(error.merge.conflictCount)곳에서 충돌합니다. 'choices'나 합친 'text'를 보내세요.",
            field: "choices")
        members = [
            "base": error.base.number, "ours": error.ours.number, "theirs": error.theirs.number,
            "merge": MergeView(error.merge),
        ]
    }

    init(_ error: ReplayRefused) {
        let view = ReplayView(error)
        self.init(
            .replayRefused, "\(view.refused) parts of the edit do not fit; 'partial' makes the rest",
            korean: "편집 가운데 \(view.refused)곳이 맞지 않습니다. 'partial'로 나머지만 적용할 수 있습니다.")
        members = ["replay": view]
    }

    init(_ error: ReviewError) {
        switch error {
        case .closed(let id):
            self.init(
                .reviewClosed, "The review \(id) is closed; open another one",
                korean: "검토 \(id)은(는) 끝났습니다. 새로 여세요.")
        case .approvingOwn(let reviewer):
            self.init(
                .ownApproval, "'\(reviewer)' saved a revision of the range; somebody else has to approve",
                korean: "'\(reviewer)' 님이 고친 판이 들어 있습니다. 다른 사람이 승인해야 합니다.")
        case .spanGone(let quote):
            self.init(
                .spanGone, "“\(quote)” does not stand there", korean: "그 자리에 ‘\(quote)’이(가) 없습니다.",
                field: "quote")
        case .notApproved(let label, let required, let found):
            self.init(
                .notApproved, "'\(label)' asks for \(required) approvals, and the revision has \(found)",
                korean: "'\(label)'에는 승인이 \(required)건 필요하지만 \(found)건뿐입니다.", field: "revision")
        case .contested(let label, let opponents):
            let names = opponents.joined(separator: ", ")
            self.init(
                .notApproved, "'\(label)' cannot move while \(names) asks for changes or rejects",
                korean: "\(names) 님이 수정을 요청했거나 거절하여 '\(label)'을(를) 옮길 수 없습니다.", field: "revision")
        }
    }
}
