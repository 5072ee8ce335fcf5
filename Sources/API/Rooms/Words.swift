/// What a page says, in both languages.
struct Words: Sendable {
    let korean: String
    let english: String

    init(_ korean: String, _ english: String) {
        self.korean = korean
        self.english = english
    }

    func said(in language: AnswerLanguage) -> String { language == .korean ? korean : english }
}
