/// Reads numbers written in digits or in Korean words.
enum KoreanNumber {
    private static let units: [String: Int] = [
        "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "서": 3, "네": 4, "넷": 4, "넉": 4,
        "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "스무": 20, "스물": 20, "서른": 30,
        "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90, "열한": 11, "열두": 12, "열세": 13,
        "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9,
    ]
    private static let tens: [Character: Int] = ["십": 10, "백": 100, "천": 1000]
    private static let many: [String: String] = [
        "수십": "dozens of", "수백": "hundreds of", "수천": "thousands of", "수만": "tens of thousands of",
        "수백만": "millions of", "몇": "several", "여러": "several", "두세": "two or three",
        "서너": "three or four", "대여섯": "five or six", "한두": "one or two",
    ]

    /// The value, such as 12 for 열두, 30 for "30" or 150 for 백오십.
    static func value(_ word: String) -> Int? {
        if let digits = Int(word.filter { $0 != "," }) { return digits }
        if let unit = units[word] { return unit }
        for (ten, value) in [("열", 10), ("스물", 20), ("서른", 30)] where word.hasPrefix(ten) {
            if let unit = units[String(word.dropFirst(ten.count))] { return value + unit }
        }
        return chinese(word)
    }

    /// English for an amount that is no whole number, such as "dozens of" for 수십, "10 to 20" for 10~20,
    /// "about 100" for ~100, or "2.5".
    static func amount(_ word: String) -> String? {
        if let amount = many[word] { return amount }
        let ends = word.split(separator: "~").map { end in value(String(end)).map(english) ?? String(end) }
        guard ends.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }), word.contains(where: "~.".contains),
            word.contains(where: { $0.isNumber || value(String($0)) != nil })
        else { return nil }
        return word.hasPrefix("~")
            ? "about " + ends.joined(separator: " to ") : ends.joined(separator: " to ")
    }

    /// Whether it is a Korean number, such as 두 or 여러, and no Chinese one, such as 이.
    static func isNative(_ word: String) -> Bool {
        many[word] != nil || value(word) != nil && chinese(word) == nil && !word.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Whether a word multiplies the digits before it, as in 3만.
    static func isPower(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy { "십백천만억조".contains($0) } }

    private static let myriads: [Character: Int] = ["만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000]

    private static func chinese(_ word: String) -> Int? {
        var total = 0
        var section = 0
        var digit: Int?
        for letter in word {
            if let ten = tens[letter] {
                section += (digit ?? 1) * ten
                digit = nil
            } else if let power = myriads[letter] {
                let (product, isTooLarge) = max(total + section + (digit ?? 0), 1)
                    .multipliedReportingOverflow(by: power)
                guard !isTooLarge, word.count < 20 else { return nil }
                (total, section, digit) = (product, 0, nil)
            } else if let unit = units[String(letter)], digit == nil, "일이삼사오육칠팔구".contains(letter) {
                digit = unit
            } else {
                return nil
            }
        }
        return word.isEmpty ? nil : total + section + (digit ?? 0)
    }

    private static let words = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ]

    /// "first", "third", "11th".
    static func isOrdinal(_ word: String) -> Bool {
        (1...10).contains { ordinal($0) == word }
            || word.first?.isNumber == true && ["st", "nd", "rd", "th"].contains(where: word.hasSuffix)
    }

    /// "third", from eleven on "11th".
    static func ordinal(_ value: Int) -> String {
        let words = [
            "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth",
        ]
        if words.indices.contains(value) { return words[value] }
        let suffixes = [1: "st", 2: "nd", 3: "rd"]
        return "\(value)" + ((11...13).contains(value % 100) ? "th" : suffixes[value % 10] ?? "th")
    }

    /// "three", from thirteen on "13", and "1.5 million".
    static func english(_ value: Int) -> String {
        for (name, size) in [("billion", 1_000_000_000), ("million", 1_000_000)]
        where value >= size && value % (size / 10) == 0 {
            let tenths = value % size / (size / 10)
            return "\(value / size)" + (tenths == 0 ? "" : ".\(tenths)") + " " + name
        }
        return words.indices.contains(value) ? words[value] : grouped(value)
    }

    private static func grouped(_ value: Int) -> String {
        let digits = Array(String(value))
        return digits.indices.map { index in
            (index > 0 && (digits.count - index).isMultiple(of: 3) ? "," : "") + String(digits[index])
        }.joined()
    }

    /// "once", "twice", "three times".
    static func times(_ value: Int) -> String {
        value == 1 ? "once" : value == 2 ? "twice" : english(value) + " times"
    }

    /// Whether it is "twice" or "three times".
    static func isMultiple(_ word: String) -> Bool { word == "twice" || word.hasSuffix(" times") }

    /// "half", "two thirds", "3/10".
    static func fraction(_ part: Int, of whole: Int) -> String {
        if part == 1, whole == 2 { return "half" }
        let names = [2: "half", 3: "third", 4: "quarter"]
        let name = names[whole] ?? ordinal(whole)
        return (part == 1 ? "one " + name : english(part) + " " + name + "s")
    }
}
