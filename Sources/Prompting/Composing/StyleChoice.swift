import Domain

/// Styles by priority: of two that contradict each other, the earlier one stays.
struct StyleChoice: Sendable, Hashable {
    private(set) var kept: [String] = []
    private(set) var warnings: [PromptWarning] = []

    /// - Parameter styles: As phrases, the most important first.
    init(_ styles: [String]) {
        for style in styles {
            if let winner = kept.first(where: { Self.contradict($0, style) }) {
                warnings.append(Self.warning(style, against: winner))
            } else {
                kept.append(style)
            }
        }
    }

    /// Whether pictures are drawn, so that words about lenses and lamps make no sense.
    var isDrawn: Bool { kept.contains { Self.holds($0, Self.drawn) } }

    private static func contradict(_ one: String, _ other: String) -> Bool {
        opposites.contains { first, second in
            holds(one, first) && holds(other, second) || holds(one, second) && holds(other, first)
        }
    }

    private static func holds(_ style: String, _ words: PhraseList) -> Bool {
        WordSequence(style).containsAny(of: words)
    }

    private static func warning(_ style: String, against winner: String) -> PromptWarning {
        PromptWarning(
            rule: "style-clash",
            message: "“\(style)” is left out: it contradicts “\(winner)”, which comes first.",
            fix: "Name the more important style first.",
            korean: .init(
                "“\(style)”은(는) 앞에 있는 “\(winner)”와(과) 어긋나서 뺐습니다.", fix: "더 중요한 스타일을 앞에 적어 주세요."))
    }

    private static let drawn: PhraseList = [
        "anime", "animation", "cartoon", "watercolor", "oil painting", "pixel art", "ink wash", "sketch",
        "storybook", "illustration", "comic", "manga", "drawn",
    ]

    private static let opposites: [(PhraseList, PhraseList)] = [
        (drawn, ["documentary", "realistic", "photorealistic", "photographic", "vlog", "live action"]),
        (
            ["black and white", "monochrome", "sepia"],
            ["colorful", "vivid", "saturated", "rainbow", "pastel", "neon"]
        ),
        (["bright", "high-key"], ["dark", "low-key", "noir"]), (["warm"], ["cold", "cool"]),
        (["minimalist"], ["ornate", "maximalist", "baroque"]), (["vintage", "retro"], ["futuristic"]),
    ]
}
