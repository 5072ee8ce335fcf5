package import Domain

/// Which words belong to which slot of a scene.
package struct SlotVocabulary: Sendable {
    private var slots: [String: SceneSlot]

    /// - Parameter phrases: Words or phrases of a slot, in any case.
    package init(_ phrases: [SceneSlot: [String]]) {
        slots = [:]
        for slot in SceneSlot.allCases {
            for phrase in phrases[slot] ?? [] where slots[phrase.lowercased()] == nil {
                slots[phrase.lowercased()] = slot
            }
        }
    }

    /// This vocabulary and every phrase of a scene, which knows better.
    ///
    /// A word of a phrase belongs to its slot too, unless it is known already.
    package func adding(_ scene: Scene) -> Self {
        var wider = self
        let phrases = SceneSlot.allCases.flatMap { slot in
            slot.phrases(of: scene).map { (text: $0.text.lowercased(), slot: slot) }
        }
        for phrase in phrases { wider.slots[phrase.text] = phrase.slot }
        for phrase in phrases {
            let text = TokenizedText(phrase.text)
            for token in text.tokens where token.kind == .word || token.kind == .stem {
                let word = text.text(of: token)
                if !Self.smallWords.contains(word), wider.slots[word] == nil {
                    wider.slots[word] = phrase.slot
                }
            }
        }
        return wider
    }

    /// What stands in phrases of any slot.
    private static let smallWords: Set<String> = [
        "a", "an", "the", "and", "or", "of", "in", "on", "at", "by", "to", "with", "from", "into", "over",
        "under", "through", "its", "his", "her", "their",
    ]

    /// The slot of a phrase: of the whole, else of the longest run of its words that is known.
    package func slot(of phrase: String) -> SceneSlot? {
        let text = TokenizedText(phrase.lowercased())
        let tokens = text.tokens
        for length in stride(from: min(tokens.count, 12), to: 0, by: -1) {
            // The last word weighs most in English and Korean: a "dark street" is a street.
            for start in stride(from: tokens.count - length, through: 0, by: -1) {
                let run = tokens[start].graphemes.lowerBound..<tokens[start + length - 1].graphemes.upperBound
                if let slot = slots[text.text(of: run)] { return slot }
            }
        }
        return nil
    }

    /// Words of the trade, for texts whose scenes nobody knows.
    package static let standard = SlotVocabulary([
        .camera: [
            "camera", "shot", "static", "pan", "tilt", "dolly", "dolly-in", "zoom", "tracking", "handheld",
            "orbit", "crane", "drone", "close-up", "close", "wide-angle", "aerial", "카메라", "클로즈업", "줌",
            "팬", "고정", "항공",
        ],
        .light: [
            "light", "lighting", "bright", "dark", "dim", "golden hour", "backlit", "neon", "glow",
            "sunlight",
            "moonlight", "shadows", "빛", "조명", "햇빛", "달빛", "밝은", "어두운",
        ],
        .time: ["dawn", "sunrise", "sunset", "dusk", "night", "morning", "noon", "새벽", "아침", "저녁", "밤", "낮"],
        .weather: [
            "rain", "rainy", "snow", "snowy", "fog", "foggy", "storm", "cloudy", "sunny", "비", "눈", "안개",
            "폭풍",
        ],
        .style: [
            "cinematic", "anime", "watercolor", "photorealistic", "realistic", "cartoon", "애니메이션", "수채화",
            "영화",
        ],
        .mood: ["calm", "tense", "dreamy", "joyful", "melancholic", "peaceful", "잔잔한", "평화로운", "몽환적인"],
        .audio: ["music", "sound", "voice", "silence", "음악", "소리", "목소리"],
    ])
}
