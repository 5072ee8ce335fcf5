/// What would have been right, in Korean.
///
/// Checks say it in English, in a few turns of phrase; what is in none of them is told by the field's name.
enum KoreanExpectation {
    static func text(of expected: String, field: String?) -> String {
        if let fixed = phrases[expected] { return fixed }
        if let range = numbers(in: expected, between: "a whole number from ", "to ") {
            return "\(range.0)부터 \(range.1)까지의 정수"
        }
        for (start, end, korean) in patterns where expected.hasPrefix(start) && expected.hasSuffix(end) {
            let value = expected.dropFirst(start.count).dropLast(end.count)
            if !value.isEmpty { return korean.replacing("…", with: value) }
        }
        let isASCII = expected.utf8.allSatisfy { $0 < 0x80 }
        guard isASCII, let field, let label = OperationNames.koreanFields[field] else { return expected }
        return "\(label)에 맞는 값"
    }

    private static func numbers(in text: String, between start: String, _ middle: String) -> (String, String)?
    {
        guard text.hasPrefix(start) else { return nil }
        let parts = text.dropFirst(start.count).split(separator: " " + middle)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }

    private static let phrases = [
        "true or false": "true 또는 false", "it once": "한 번만", "one value, not a list": "목록이 아닌 값 하나",
        "no fields here": "이 주소에는 필드가 없습니다", "at least one idea": "아이디어 하나 이상",
        "an identifier of 26 letters and digits": "글자와 숫자 26자로 된 식별자",
        "one line of text without control characters": "제어 문자가 없는 한 줄",
        "base, ours, theirs or both, by commas": "쉼표로 나눈 base, ours, theirs, both",
        "such as 2026-11-24 or 2026-11-24T09:30:00.000Z, in UTC":
            "2026-11-24 또는 2026-11-24T09:30:00.000Z 같은 시각(UTC)",
        "1 to 255 visible characters of ASCII, such as a UUID": "UUID처럼 보이는 ASCII 1자에서 255자",
        "a file of text in UTF-8": "UTF-8로 된 글 파일", Cursor.expected: "앞 쪽의 next가 알려 준 값",
    ]

    private static let patterns = [
        ("a whole number, at least ", "", "… 이상의 정수"), ("one of ", "", "다음 가운데 하나: …"),
        ("some of ", "", "다음 가운데 일부: …"), ("at most ", " characters", "…자 이하"),
        ("at most ", " bytes of UTF-8", "UTF-8로 …바이트 이하"), ("at most ", " ideas", "아이디어 …개 이하"),
        ("at most ", " of them", "…개 이하"),
    ]
}
