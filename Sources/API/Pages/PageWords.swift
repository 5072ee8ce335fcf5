/// What the pages without script say, in both languages.
enum PageWords: Sendable, CaseIterable {
    case start, overview, prompts, videos, reviews, trash, documentation, actions, send, next

    func said(in language: AnswerLanguage) -> String {
        let words: (english: String, korean: String) =
            switch self {
            case .start: ("Start", "처음")
            case .overview: ("Overview", "한눈에")
            case .prompts: ("Prompts", "프롬프트")
            case .videos: ("Videos", "영상")
            case .reviews: ("Reviews", "검토")
            case .trash: ("Trash", "휴지통")
            case .documentation: ("API", "API 문서")
            case .actions: ("What can be done here", "여기서 할 수 있는 일")
            case .send: ("Send", "보내기")
            case .next: ("Next page", "다음 쪽")
            }
        return language == .korean ? words.korean : words.english
    }
}
