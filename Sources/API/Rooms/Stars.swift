/// A rating as people see it.
struct Stars {
    /// 1...5.
    let rating: Int

    var text: String {
        String(repeating: "★", count: rating) + String(repeating: "☆", count: max(0, 5 - rating))
    }

    func html(in language: AnswerLanguage) -> HTML {
        let spoken = Words("별점 5점 가운데 \(rating)점", "Rated \(rating) of 5").said(in: language)
        return .element("span", ["role": "img", "aria-label": spoken], [.text(text)])
    }
}
