/// English for the style and mood words that Koreans put into the hints.
enum HintWords {
    /// A style as a phrase: a preset's, a known word's, or the word as it stands.
    static func style(_ word: String) -> String? {
        if let preset = StylePreset(word: word) { return preset.phrase }
        let text = english(word)
        guard !text.isEmpty else { return nil }
        return phrase(text, noun: "style")
    }

    static func mood(_ word: String) -> String? {
        let text = english(word)
        return text.isEmpty ? nil : phrase(text, noun: "mood")
    }

    /// A lone adjective gets the noun it lacks, and so does one that ends a phrase.
    private static func phrase(_ text: String, noun: String) -> String {
        let words = English.words(in: text)
        let last = words.last?.lowercased() ?? ""
        return words.count == 1 || adjectives.contains(last) ? "\(text) \(noun)" : text
    }

    private static let adjectives: Set<String> = [
        "cinematic", "artistic", "minimalist", "realistic", "photorealistic", "retro", "vintage", "noir",
    ]

    private static func english(_ word: String) -> String {
        let trimmed = English.words(in: word).joined(separator: " ")
        return korean[trimmed.filter { !$0.isWhitespace }] ?? trimmed
    }

    private static let korean: [String: String] = [
        "수채화": "watercolor", "유화": "oil painting", "흑백": "black and white", "픽셀아트": "pixel art",
        "빈티지": "vintage", "복고": "retro", "레트로": "retro", "미니멀": "minimalist", "사이버펑크": "cyberpunk",
        "판타지": "fantasy", "동화": "storybook", "스케치": "pencil sketch", "사실적": "realistic", "실사": "realistic",
        "수묵화": "ink wash painting", "일러스트": "illustration", "브이로그": "vlog", "타임랩스": "time-lapse",
        "따뜻한": "warm", "따뜻함": "warm", "차가운": "cold", "밝은": "bright", "어두운": "dark",
        "몽환적": "dreamy", "몽환적인": "dreamy", "신비로운": "mysterious", "평화로운": "peaceful",
        "활기찬": "lively", "쓸쓸한": "lonely", "슬픈": "sad", "행복한": "happy", "긴장감": "tense",
        "무서운": "scary", "로맨틱": "romantic", "로맨틱한": "romantic", "차분한": "calm", "고요한": "calm",
        "웅장한": "epic", "귀여운": "cute", "우울한": "melancholic", "신나는": "exciting",
    ]
}
