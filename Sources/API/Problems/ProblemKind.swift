/// Everything that can go wrong over HTTP: the one table of statuses and titles.
///
/// The raw value is what a client may rely on.
enum ProblemKind: String, Sendable, Hashable, CaseIterable {
    // The request is understood, and what it asks for cannot be done.
    case invalidField = "invalid-field"
    case nothingToShow = "nothing-to-show"
    case unsupportedLanguage = "unsupported-language"
    case contentRefused = "content-refused"
    case crossSite = "cross-site"
    case notFound = "not-found"
    case conflict = "conflict"
    case notReady = "not-ready"
    case staleBase = "stale-base"
    case mergeConflict = "merge-conflict"
    case replayRefused = "replay-refused"
    case reviewClosed = "review-closed"
    case spanGone = "span-gone"
    case notApproved = "not-approved"
    case ownApproval = "own-approval"
    case forbidden
    case noVideo = "no-video"
    case videoExpired = "video-expired"
    case keyReused = "key-reused"
    // The service cannot do it now.
    case unavailable
    case tooManyVideos = "too-many-videos"
    case budgetExceeded = "budget-exceeded"
    case noSpace = "no-space"
    case providerFailed = "provider-failed"
    case internalFailure = "internal-failure"
    // The request breaks the rules of HTTP, or of this server.
    case malformedRequest = "malformed-request"
    case invalidPath = "invalid-path"
    case invalidQuery = "invalid-query"
    case invalidBody = "invalid-body"
    case methodNotAllowed = "method-not-allowed"
    case requestTimedOut = "request-timed-out"
    case bodyTooLarge = "body-too-large"
    case targetTooLong = "target-too-long"
    case unsupportedMediaType = "unsupported-media-type"
    case rangeNotSatisfiable = "range-not-satisfiable"
    case expectationFailed = "expectation-failed"
    case headersTooLarge = "headers-too-large"
    case fileUnavailable = "file-unavailable"
    case notImplemented = "not-implemented"
    case handlerTimedOut = "handler-timed-out"
    case overloaded
    case versionNotSupported = "version-not-supported"

    /// What is the same for every problem of a kind.
    struct Entry: Sendable {
        let status: Int
        let english: String
        let korean: String

        init(_ status: Int, _ english: String, _ korean: String) {
            self.status = status
            self.english = english
            self.korean = korean
        }
    }

    var entry: Entry {
        switch self {
        case .invalidField: Entry(422, "A field does not fit", "입력값이 올바르지 않습니다")
        case .nothingToShow: Entry(422, "The idea shows nothing", "아이디어에 보여 줄 대상이 없습니다")
        case .unsupportedLanguage: Entry(422, "The language is not supported", "지원하지 않는 언어입니다")
        case .contentRefused: Entry(422, "The content is refused", "허용되지 않는 내용입니다")
        case .crossSite: Entry(403, "The request comes from another site", "다른 사이트에서 보낸 요청입니다")
        case .notFound: Entry(404, "There is no such thing", "찾을 수 없습니다")
        case .conflict: Entry(409, "Somebody else was faster", "다른 변경과 충돌했습니다")
        case .staleBase: Entry(412, "Somebody else saved meanwhile", "그사이 다른 사람이 저장했습니다")
        case .mergeConflict: Entry(409, "Both sides changed the same", "양쪽이 같은 곳을 다르게 고쳤습니다")
        case .replayRefused: Entry(409, "The edit does not fit here", "이 편집은 여기에 맞지 않습니다")
        case .reviewClosed: Entry(409, "The review is closed", "검토가 이미 끝났습니다")
        case .spanGone: Entry(409, "The words are not there", "해당 위치에 그 글이 없습니다")
        case .notApproved: Entry(409, "The revision is not approved", "승인되지 않은 판입니다")
        case .ownApproval: Entry(403, "Nobody approves their own", "자신의 편집은 승인할 수 없습니다")
        case .forbidden: Entry(403, "The role does not allow this", "이 작업을 할 권한이 없습니다")
        case .notReady: Entry(409, "The video is not ready", "영상이 아직 준비되지 않았습니다")
        case .noVideo: Entry(409, "There is no video", "만들어진 영상이 없습니다")
        case .videoExpired: Entry(410, "The video was removed", "보관 기간이 지나 영상이 지워졌습니다")
        case .keyReused: Entry(422, "The key was used for something else", "다른 요청에 쓴 키입니다")
        case .tooManyVideos: Entry(503, "Too many videos wait", "기다리는 영상이 너무 많습니다")
        case .unavailable: Entry(503, "The service cannot do this now", "지금은 처리할 수 없습니다")
        case .budgetExceeded: Entry(429, "The day's budget is used up", "오늘 예산을 다 썼습니다")
        case .noSpace: Entry(507, "There is no space left", "저장 공간이 부족합니다")
        case .providerFailed: Entry(502, "The video provider failed", "영상 제공자가 실패했습니다")
        case .internalFailure: Entry(500, "The service failed", "서비스 내부 오류입니다")
        case .malformedRequest: Entry(400, "The request is malformed", "요청 형식이 잘못되었습니다")
        case .invalidPath: Entry(400, "The path is not allowed", "허용되지 않는 경로입니다")
        case .invalidQuery: Entry(400, "The query is malformed", "쿼리 형식이 잘못되었습니다")
        case .invalidBody: Entry(400, "The body is malformed", "본문 형식이 잘못되었습니다")
        case .methodNotAllowed: Entry(405, "The method is not allowed here", "허용되지 않는 메서드입니다")
        case .requestTimedOut: Entry(408, "The request took too long", "요청이 너무 오래 걸렸습니다")
        case .bodyTooLarge: Entry(413, "The body is too large", "본문이 너무 큽니다")
        case .targetTooLong: Entry(414, "The address is too long", "주소가 너무 깁니다")
        case .unsupportedMediaType: Entry(415, "The media type is not read here", "지원하지 않는 본문 형식입니다")
        case .rangeNotSatisfiable: Entry(416, "The range lies outside the file", "요청한 범위가 파일을 벗어납니다")
        case .expectationFailed: Entry(417, "The expectation cannot be met", "요청한 기대를 충족할 수 없습니다")
        case .headersTooLarge: Entry(431, "The headers are too large", "헤더가 너무 큽니다")
        case .fileUnavailable: Entry(500, "The file cannot be read", "파일을 읽을 수 없습니다")
        case .notImplemented: Entry(501, "The method is not known", "알 수 없는 메서드입니다")
        case .handlerTimedOut: Entry(503, "The answer took too long", "응답이 너무 오래 걸렸습니다")
        case .overloaded: Entry(503, "There are too many connections", "연결이 너무 많습니다")
        case .versionNotSupported: Entry(505, "The HTTP version is not supported", "지원하지 않는 HTTP 버전입니다")
        }
    }

    var status: Int { entry.status }

    func title(in language: AnswerLanguage) -> String {
        switch language {
        case .english: entry.english
        case .korean: entry.korean
        }
    }
}
