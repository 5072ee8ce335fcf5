/// What operations and fields are called on pages: in Korean by the tables here, in English by their names.
enum OperationNames {
    /// `Save revision` for `saveRevision`, and `Prompts` for `listPrompts`.
    static func title(of endpoint: Endpoint, in language: AnswerLanguage) -> String {
        if language == .korean, let title = korean[endpoint.name] { return title }
        let words = endpoint.name.reduce(into: "") { text, letter in
            text += letter.isUppercase ? " " + letter.lowercased() : String(letter)
        }
        let start = ["get ", "list "].first { words.hasPrefix($0) } ?? ""
        let rest = words.dropFirst(start.count)
        return rest.prefix(1).uppercased() + rest.dropFirst()
    }

    static func label(of field: String, in language: AnswerLanguage) -> String {
        guard language == .korean, let label = koreanFields[field] else { return field }
        return "\(label) (\(field))"
    }

    static let korean = [
        "applySuggestion": "제안 적용", "cancelVideo": "영상 취소", "clearCache": "캐시 비우기",
        "closeReview": "검토 닫기", "commentOnReview": "검토에 의견 쓰기", "compareRevisions": "판 비교",
        "compareTexts": "두 글 비교", "createKey": "키 만들기",
        "decidePreference": "규칙 켜고 끄기", "decideReview": "검토 판정",
        "listKeys": "키", "revokeKey": "키 거두기", "rotateKey": "키 바꾸기", "signIn": "로그인", "signOut": "로그아웃",
        "deletePrompt": "휴지통에 넣기", "explainCache": "캐시 설명", "forgetIdea": "아이디어의 캐시 잊기",
        "forgetPart": "부분의 캐시 잊기", "forgetPrompt": "프롬프트의 캐시 잊기", "getCache": "캐시",
        "getLabel": "라벨", "getOverview": "한눈에 보기", "getPrompt": "프롬프트", "getReadiness": "상태",
        "getReview": "검토", "getRevision": "판", "getVideo": "영상 작업", "getVideoContent": "영상 파일",
        "getVideoContactSheet": "장면 모음", "getVideoResult": "영상 결과", "getVideoThumbnail": "미리 보기 그림",
        "giveFeedback": "추천 평가", "lintPrompt": "프롬프트 검사", "listAuditTrail": "감사 기록",
        "listBranches": "가지 목록", "listLabelRules": "라벨 규칙", "listLabels": "라벨 목록", "listModels": "모델 목록",
        "listPreferences": "배운 규칙", "listPrompts": "프롬프트 목록", "listReviews": "검토 목록",
        "listRevisions": "판 목록", "listTrash": "휴지통", "listVideos": "영상 목록", "markPrompt": "표시하기",
        "mergeRevisions": "가지 합치기", "moveLabel": "라벨 옮기기", "openReview": "검토 열기",
        "purgePrompt": "영원히 지우기", "recommend": "추천", "renderVideo": "영상 만들기", "replayEdit": "편집 다시 적용",
        "replyToComment": "의견에 답하기", "resolveComment": "의견 매듭짓기", "restorePrompt": "휴지통에서 꺼내기",
        "restoreRevision": "이 판으로 되돌리기", "retryVideo": "영상 다시 만들기", "saveRevision": "고친 글 저장",
        "searchEdits": "편집 찾기", "setLabelRule": "라벨 규칙 정하기", "splitIdeas": "같은 뜻이 아니라고 알리기",
        "startBranch": "가지 만들기", "usePrompt": "다시 썼다고 세기", "writePrompt": "프롬프트 쓰기",
        "writePrompts": "프롬프트 여러 개 쓰기", "writeVariations": "변형 쓰기", "followVideo": "영상 진행 보기",
        "getDocument": "OpenAPI 문서", "getDocumentation": "API 문서", "getHealth": "살아 있는지", "getMetrics": "지표",
        "streamPrompts": "프롬프트 끝없이 쓰기",
    ]

    static let koreanFields = [
        "add-tags": "붙일 꼬리표", "approvals": "필요한 승인 수", "aspect": "화면 비율", "author": "누가", "base": "고친 판",
        "branch": "가지", "captions": "자막", "category": "갈래", "choices": "충돌 해결", "comment": "의견",
        "count": "개수", "cursor": "이어지는 자리", "draft": "초안", "duration": "길이(초)", "edited": "사람이 고침",
        "enrich": "덧붙임", "favourite": "즐겨찾기", "fields": "받을 항목", "format": "형식", "fps": "초당 프레임",
        "from": "어디서", "height": "높이", "id": "식별자", "idea": "아이디어", "ideas": "아이디어들",
        "image-to-video": "그림에서 시작", "kind": "종류", "label": "라벨", "language": "언어", "length": "길이",
        "limit": "최대 개수", "mark": "표시", "model": "모델", "mood": "분위기", "n": "판 번호", "name": "이름",
        "negative": "빼고 싶은 것", "new": "나중 글", "note": "메모", "old": "처음 글", "on": "켜기", "outcome": "결과",
        "part": "부분", "partial": "맞는 것만", "person": "사람", "priority": "우선순위", "progress": "진행 막대",
        "prompt": "프롬프트", "protected": "보호", "provider": "제공자", "q": "찾을 말", "quote": "인용",
        "rating": "별점", "reason": "까닭", "remove-tags": "뗄 꼬리표", "replay": "다시 만들기",
        "reverted": "되돌려짐", "revision": "판", "rewriting": "고쳐 쓰기 허용", "rule": "규칙", "seed": "시드",
        "since": "이때부터", "slot": "자리", "start": "시작", "style": "스타일", "summary": "요약", "tag": "꼬리표",
        "text": "글", "title": "제목", "to": "어디로", "until": "이때까지", "variation": "변형", "verdict": "판정",
        "webhook": "알릴 주소", "width": "너비",
    ]
}
