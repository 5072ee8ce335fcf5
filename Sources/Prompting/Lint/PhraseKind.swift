/// What a phrase of a prompt is about, as far as its words tell; who does what is `content`.
enum PhraseKind: CaseIterable {
    case quality, mood, palette, composition, background, style, light, camera, content

    /// The order in which phrases give way to a limit; content never does.
    static let order: [Self] = [
        .quality, .mood, .palette, .composition, .background, .light, .style, .camera,
    ]

    /// What a picture shows without words.
    static let still: Set<Self> = [.quality, .mood, .palette, .composition, .style, .light]

    init(_ phrase: String) {
        // Nothing that long is only about the look.
        guard phrase.utf8.count <= 200 else {
            self = .content
            return
        }
        let words = WordSequence(phrase)
        let isProtected =
            phrase.contains { "“”\"".contains($0) } || words.containsAny(of: Self.negations)
        let holds = { (phrases: PhraseList) in words.containsAny(of: phrases) }
        let isShort = English.words(in: phrase).count <= 8
        if isProtected {
            self = .content
        } else if holds(Self.frames) || isShort && holds(Self.cameras) {
            self = .camera
        } else if holds(["the scene is lit"]) || isShort && Self.isOnly(phrase, of: Self.lights) {
            self = .light
        } else if holds(["in the background"]) {
            self = .background
        } else if isShort {
            self = Self.short(phrase, holds)
        } else {
            self = .content
        }
    }

    private static func short(_ phrase: String, _ holds: (PhraseList) -> Bool) -> Self {
        if holds(compositions) { return .composition }
        if holds(qualities) { return .quality }
        let last = WordSequence(phrase).last
        if ["mood", "atmosphere", "ambiance", "feeling"].contains(last) { return .mood }
        if ["palette", "tones", "grading", "colors"].contains(last) { return .palette }
        return ["style", "aesthetic", "look"].contains(last) ? .style : .content
    }

    /// Whether a phrase ends with one of these words and has no verb that could be somebody's action.
    private static func isOnly(_ phrase: String, of nouns: Set<String>) -> Bool {
        let words = English.words(in: phrase.lowercased())
        guard words.count <= 4, let last = words.last, nouns.contains(String(last)) else { return false }
        return !words.dropLast().contains { $0.hasSuffix("ing") && $0 != "evening" && $0 != "morning" }
            && !["a", "an", "the"].contains(words.first.map(String.init) ?? "")
    }

    private static let negations: PhraseList = [
        "no", "not", "without", "never", "free of", "don't", "doesn't", "isn't",
    ]
    private static let frames: PhraseList = ["the view is", "the camera", "camera"]
    private static let cameras: PhraseList = [
        "shot", "close up", "closeup", "dolly in", "dolly out", "dolly", "zoom in", "zoom out", "pan left",
        "pan right",
        "tilt up", "tilt down", "truck left", "truck right", "pedestal up", "pedestal down", "crane up",
        "crane down", "orbit", "handheld", "push in", "pull back", "pull out", "static",
    ]
    private static let lights: Set<String> = ["light", "lighting", "daylight", "backlight", "backlighting"]
    private static let compositions: PhraseList = [
        "composition", "rule of thirds", "depth of field", "deep focus", "soft focus", "rack focus",
        "shallow focus", "bokeh",
    ]
    private static let qualities: PhraseList = [
        "highly detailed", "fine detail", "smooth motion", "lifelike movement", "masterpiece",
        "best quality", "high quality", "ultra detailed", "crisp texture", "appetizing texture",
        "great depth", "lively motion", "clean lines", "8k", "4k", "hd", "award winning", "sharp focus",
    ]
}
