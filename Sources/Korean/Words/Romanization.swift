/// Revised Romanization of Korean (2000), letter by letter with the sound changes between syllables
/// that names need: linking of a final consonant, and ㄹㄹ and nasals.
enum Romanization {
    private static let initials = [
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
    ]
    private static let vowels = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi",
        "yu", "eu", "ui", "i",
    ]
    // Before a consonant or at the end.
    private static let finals = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t",
        "t", "ng", "t", "t", "k", "t", "p", "t",
    ]
    // Before a vowel the final consonant moves over.
    private static let linked = [
        "", "g", "kk", "gs", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m", "b",
        "bs", "s", "ss", "ng", "j", "ch", "k", "t", "p", "",
    ]

    /// Family names as those who bear them spell them; the rest goes by rule.
    private static let families = [
        "김": "Kim", "이": "Lee", "박": "Park", "최": "Choi", "정": "Jeong", "강": "Kang", "조": "Cho", "윤": "Yoon",
        "장": "Jang", "임": "Lim", "한": "Han", "오": "Oh", "서": "Seo", "신": "Shin", "권": "Kwon", "황": "Hwang",
        "안": "Ahn", "송": "Song", "류": "Ryu", "홍": "Hong", "고": "Ko", "문": "Moon", "양": "Yang", "손": "Son",
        "배": "Bae", "백": "Baek", "허": "Heo", "유": "Yoo", "남": "Nam", "심": "Shim", "노": "Noh", "하": "Ha",
        "곽": "Kwak", "성": "Sung", "차": "Cha", "주": "Joo", "우": "Woo", "구": "Koo", "민": "Min", "진": "Jin",
    ]

    /// Family names of two syllables.
    private static let longFamilies = [
        "남궁": "Namgung", "황보": "Hwangbo", "제갈": "Jegal", "선우": "Seonu", "독고": "Dokgo", "사공": "Sagong",
        "서문": "Seomun", "동방": "Dongbang",
    ]

    /// "Kim Min-su" for 김민수; nil when it does not look like a person's full name.
    static func person(_ text: String) -> String? {
        for (family, english) in longFamilies where text.hasPrefix(family) && (3...4).contains(text.count) {
            let given = text.dropFirst(family.count).map { romanized(String($0)) }
            return english + " " + given.joined(separator: "-").capitalizedFirst
        }
        guard text.count == 3, let first = text.first, let family = families[String(first)] else {
            return nil
        }
        return family + " "
            + text.dropFirst().map { romanized(String($0)) }.joined(separator: "-").capitalizedFirst
    }

    private struct Syllable {
        let initial: Int
        let vowel: Int
        let final: Int

        init?(_ scalar: Unicode.Scalar) {
            guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
            let index = Int(scalar.value - 0xAC00)
            (initial, vowel, final) = (index / 588, index % 588 / 28, index % 28)
        }
    }

    /// The text in Roman letters; what is no Hangul syllable stays, except lone jamo, which go.
    static func romanized(_ text: String) -> String {
        var result = ""
        var previous: Syllable?
        for scalar in text.unicodeScalars {
            let syllable = Syllable(scalar)
            if let previous { result += final(of: previous, before: syllable) }
            if let syllable {
                result += initial(of: syllable, after: previous) + vowels[syllable.vowel]
            } else if !isJamo(scalar) {
                result.unicodeScalars.append(scalar)
            }
            previous = syllable
        }
        if let previous { result += finals[previous.final] }
        return result
    }

    static func isJamo(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xD7B0...0xD7FF: true
        default: false
        }
    }

    private static let rieul = 5
    private static let silent = 11

    private static func final(of syllable: Syllable, before next: Syllable?) -> String {
        guard let next else { return finals[syllable.final] }
        if next.initial == silent { return linked[syllable.final] }
        let sound = finals[syllable.final]
        // Stops become nasals before ㄴ and ㅁ (신문로 Sinmunno, 백마 Baengma); ㄹ after ㄴ doubles.
        switch (sound, next.initial) {
        case ("k", 2), ("k", 6), ("k", rieul): return "ng"
        case ("t", 2), ("t", 6): return "n"
        case ("p", 2), ("p", 6), ("p", rieul): return "m"
        case ("n", rieul): return "l"
        default: return sound
        }
    }

    private static func initial(of syllable: Syllable, after previous: Syllable?) -> String {
        guard let previous, previous.final != 0 else { return initials[syllable.initial] }
        let sound = finals[previous.final]
        switch (sound, syllable.initial) {
        case ("l", rieul), ("n", rieul), ("l", 2): return "l"
        case ("m", rieul), ("ng", rieul), ("k", rieul), ("p", rieul): return "n"
        default: return initials[syllable.initial]
        }
    }
}
