import Domain

/// What the rooms say, in both languages.
enum RoomWords {
    static let skip = Words("본문으로 건너뛰기", "Skip to the content")
    static let rooms = Words("방", "Rooms")
    static let language = Words("언어", "Language")

    static let search = Words("찾을 말", "Words")
    static let find = Words("찾기", "Find")
    static let more = Words("더 보기", "Show more")
    static let filters = Words("거르기", "Filters")
    static let any = Words("모두", "Any")
    static let tag = Words("태그", "Tag")
    static let model = Words("모델", "Model")
    static let rating = Words("별점", "Rating")
    static let favourite = Words("즐겨찾기", "Favourite")
    static let favouritesOnly = Words("즐겨찾기만", "Favourites only")
    static let outcome = Words("결과", "Outcome")
    static let nothingFound = Words(
        "맞는 프롬프트가 없습니다. 낱말을 줄이거나 거르기를 풀어 보세요.",
        "Nothing fits. Try fewer words or fewer filters.")
    static let nothingYet = Words(
        "아직 없습니다. 작업실에서 첫 아이디어를 적어 보세요.", "Nothing yet. Write your first idea in the studio.")
    static let openInStudio = Words("작업실에서 열기", "Open in the studio")

    static let marks = Words("표시", "Marks")
    static let addTags = Words("붙일 태그(쉼표로)", "Tags to add, by commas")
    static let removeTags = Words("뗄 태그", "Tags to remove")
    static let keep = Words("표시 저장", "Keep the marks")
    static let yes = Words("예", "Yes")
    static let no = Words("아니요", "No")
    static let noRating = Words("없음", "None")
    static let tree = Words("고쳐 온 길", "How it came to be")
    static let compare = Words("견주기", "Compare")
    static let older = Words("앞의 판", "Older")
    static let newer = Words("뒤의 판", "Newer")
    static let layout = Words("보기", "Layout")
    static let restore = Words("이 판으로 되돌리기", "Restore this revision")
    static let branch = Words("여기서 갈라 만들기", "Branch from here")
    static let branchName = Words("가지 이름", "Name of the branch")
    static let firstRevision = Words("처음 쓴 글", "As first written")
    static let videos = Words("영상", "Videos")
    static let noVideos = Words("아직 영상이 없습니다.", "No videos yet.")
    static let expired = Words("보관 기간이 지나 파일을 지웠습니다.", "The file was removed to make room.")
    static let substitute = Words("대신 보여 주는 영상", "Substitute")
    static let retry = Words("다시 시도", "Try again")
    static let left = Words("왼쪽", "Left")
    static let right = Words("오른쪽", "Right")
    static let export = Words("자료로 받기", "Get as data")
    static let askForReview = Words("검토 요청", "Ask for a review")
    static let reviewTitle = Words("무엇을 보아 주면 되나요?", "What should be looked at?")
    static let moveLabel = Words("이름표 옮기기", "Move a label")
    static let label = Words("이름표", "Label")
    static let revisionToLabel = Words("판", "Revision")

    static let waiting = Words("기다리는 검토", "Waiting")
    static let done = Words("끝난 검토", "Done")
    static let inboxEmpty = Words(
        "기다리는 검토가 없습니다. 지난 작업의 프롬프트에서 검토를 요청할 수 있습니다.",
        "Nothing waits. Reviews are asked for on a prompt's page in the history.")
    static let contested = Words("고칠 곳 있음", "Changes wanted")
    static let difference = Words("달라진 곳", "What changed")
    static let noSlotChanged = Words("장면의 칸은 그대로입니다.", "No slot of the scene changed.")
    static let otherWords = Words("그 밖의 말", "Other words")
    static let talk = Words("의견", "Comments")
    static let comment = Words("의견 달기", "Comment")
    static let yourComment = Words("의견", "Your comment")
    static let commentHint = Words(
        "글에서 낱말을 고르면 그 낱말에 답니다.", "Select words of the text to comment on them.")
    static let outdated = Words("지금 글에는 없는 낱말", "These words are gone")
    static let reply = Words("답하기", "Reply")
    static let resolve = Words("해결됨", "Resolve")
    static let resolvedBy = Words("해결함", "Resolved by")
    static let verdicts = Words("판정", "Verdicts")
    static let verdict = Words("판정", "Verdict")
    static let approve = Words("승인", "Approve")
    static let requestChanges = Words("고쳐 달라고 하기", "Ask for changes")
    static let reject = Words("거절", "Reject")
    static let reason = Words("까닭", "Why")
    static let decide = Words("판정하기", "Decide")
    static let close = Words("검토 닫기", "Close the review")
    static let keys = Words(
        "글쇠: j·k 다음과 앞, a 승인, r 고쳐 달라고, c 의견, v 보기 바꾸기",
        "Keys: j and k for next and previous, a approve, r ask for changes, c comment, v layout")

    static let byDay = Words("하루에 쓴 프롬프트", "Prompts by day")
    static let recurring = Words("되풀이되는 고침", "Edits that recur")
    static let noRecurring = Words(
        "아직 되풀이되는 고침이 없습니다. 같은 고침이 여러 번 나오면 여기에 보입니다.",
        "No edit recurs yet. One that people make again and again shows here.")
    static let takenBack = Words("되돌림", "Taken back")
    static let outcomes = Words("프롬프트의 결과", "What came of prompts")
    static let edited = Words("고친 것과 고치지 않은 것", "Edited and not")
    static let approvedEdited = Words("고친 것 가운데 승인", "Approved when edited")
    static let approvedUnedited = Words("고치지 않은 것 가운데 승인", "Approved as first written")
    static let cacheRate = Words("캐시", "Cache")
    static let hits = Words("바로 답함", "Hits")
    static let misses = Words("새로 씀", "Misses")
    static let renderTimes = Words("영상에 걸린 시간", "Time a video takes")
    static let substitutes = Words("대신 보여 준 영상", "Substitutes")

    static let parts = Words("부분의 상태", "How the parts are doing")
    static let part = Words("부분", "Part")
    static let state = Words("상태", "State")
    static let detail = Words("설명", "Detail")
    static let rules = Words("고침에서 배운 규칙", "Rules learnt from edits")
    static let noRules = Words(
        "아직 배운 규칙이 없습니다. 같은 것을 몇 번 고치면 여기에 나타납니다.",
        "No rules yet. They appear here when you make the same edit a few times.")
    static let switchOn = Words("켜기", "Switch on")
    static let switchOff = Words("끄기", "Switch off")
    static let labelRules = Words("이름표의 규칙", "Rules for labels")
    static let approvals = Words("필요한 승인", "Approvals needed")
    static let protected = Words("관리자만 옮김", "Protected")
    static let setRule = Words("규칙 정하기", "Set the rule")
    static let mine = Words("내 규칙", "Mine")
    static let team = Words("모두의 규칙", "Everybody's")

    static func revision(_ number: Int) -> Words { Words("\(number)판", "Revision \(number)") }

    static func counted(prompts: Int, videos: Int) -> Words {
        Words(
            "가장 새로운 프롬프트 \(prompts)개와 영상 \(videos)개에서 센 수입니다.",
            "Counted over the newest \(prompts) prompts and \(videos) videos.")
    }

    static func treeOf(_ revisions: Int, branches: Int) -> Words {
        Words("판 \(revisions)개, 가지 \(branches)개", "\(revisions) revisions on \(branches) branches")
    }

    static func of(_ state: PartStatus.State) -> Words {
        switch state {
        case .ready: Words("정상", "Ready")
        case .degraded: Words("일부만", "Degraded")
        case .down: Words("멈춤", "Down")
        }
    }

    static func of(_ outcome: PromptOutcome) -> Words {
        switch outcome {
        case .approved: Words("승인됨", "Approved")
        case .rejected: Words("고쳐 달라 함", "Changes wanted")
        case .rendered: Words("영상이 됨", "Rendered")
        case .failed: Words("영상이 되지 못함", "Failed")
        }
    }

    static func of(_ state: VideoJob.State) -> Words {
        switch state {
        case .queued: Words("차례를 기다리는 중", "Waiting its turn")
        case .submitting, .submitted: Words("맡기는 중", "Handed over")
        case .running: Words("만드는 중", "Rendering")
        case .downloading: Words("받는 중", "Fetching")
        case .succeeded: Words("다 되었습니다", "Done")
        case .failed: Words("만들지 못했습니다", "It could not be made")
        case .cancelled: Words("취소했습니다", "Cancelled")
        case .unknown: Words("결과를 알 수 없습니다", "The outcome is unknown")
        case .lost: Words("작업을 잃어버렸습니다", "The job was lost")
        }
    }

    static func of(_ kind: Verdict.Kind) -> Words {
        switch kind {
        case .approve: approve
        case .requestChanges: requestChanges
        case .reject: reject
        }
    }
}
