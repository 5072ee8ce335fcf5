/// Korean numbers and counters, native and Sino-Korean.
enum KoreanNumerals {
    /// The number that a numeral says; nil for other words.
    static func number(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        if let number = words[text] { return number }
        for (tens, value) in tensWords where text.hasPrefix(tens) {
            if let unit = words[String(text.dropFirst(tens.count))], unit < 10 { return value + unit }
        }
        return nil
    }

    /// Quantities that are no number.
    static let quantities: Set = ["몇", "몇몇", "여러", "모든", "온갖", "각", "매", "수많", "온", "양", "반"]

    /// Nouns that count others without being a thing of the picture.
    static let counters: Set = [
        "마리", "명", "개", "대", "송이", "그루", "장", "권", "벌", "켤레", "쌍", "채", "척", "자루", "병", "잔", "컵",
        "조각", "사람", "분", "살", "번", "층", "인", "가지", "종류", "줄", "편", "곳", "무리",
    ]

    /// Counters that the dictionary takes for nouns, and that are no thing of their own behind a number.
    static let nounCounters: Set = [
        "송이", "잔", "병", "컵", "그루", "켤레", "벌", "채", "자루", "권", "대", "척", "마리", "다발",
    ]

    /// Counters that stand for the thing itself when one is counted: "빵 한 조각".
    static let portions: Set = ["조각", "종류", "가지", "장"]

    private static let words: [String: Int] = [
        "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4,
        "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "스물": 20, "스무": 20, "서른": 30,
        "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90, "일": 1, "이": 2, "삼": 3, "사": 4,
        "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10, "백": 100, "천": 1000, "만": 10_000, "영": 0,
    ]
    private static let tensWords: [(String, Int)] = [
        ("열", 10), ("스물", 20), ("서른", 30), ("마흔", 40), ("쉰", 50), ("예순", 60), ("일흔", 70), ("여든", 80),
        ("아흔", 90), ("십", 10), ("이십", 20), ("삼십", 30), ("사십", 40), ("오십", 50),
    ]
}
