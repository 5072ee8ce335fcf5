import Domain

/// Rules about what the prompt asks for.
extension PromptLint {
    func negationInText(_ prompt: LintedPrompt) -> Found? {
        guard model.negative.policy != .inline else { return nil }
        let words = TextWords(prompt.text)
        guard let negation = NegationWords(in: words) else { return nil }
        let isField = model.negative.policy == .field
        return Found(
            "“\(negation.word)” in the text often brings in what it forbids.",
            fix: isField
                ? "Put what must not be there into the negative prompt." : "Say what is there instead.",
            korean: "글 속의 “\(negation.word)”은(는) 오히려 그것을 불러올 수 있습니다.",
            fix: isField ? "빼고 싶은 것은 네거티브 프롬프트에 적으세요." : "대신 무엇이 있는지 적어 주세요.",
            step: moved(negation, of: words, prompt))
    }

    /// The prompt that says it where the model expects it.
    private func moved(_ negation: NegationWords, of words: TextWords, _ prompt: LintedPrompt)
        -> LintedPrompt?
    {
        guard let thing = negation.thing, let range = negation.range else { return nil }
        var step = prompt.with(text: words.removing(range))
        guard step.text.contains(where: \.isLetter) else { return nil }
        guard model.negative.policy == .field else {
            guard let positive = Exclusions.positive(thing) else { return nil }
            step.text = English.sentence(step.text) + " " + English.sentence(positive)
            return step
        }
        let known = prompt.negative.map { WordSequence($0).contains(thing) } ?? false
        if !known {
            step.negative = [thing, prompt.negative ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        let length = step.negative?.unicodeScalars.count ?? 0
        return length <= model.negative.maximumCharacters ?? .max ? step : nil
    }

    func describesThePicture(_ prompt: LintedPrompt) -> Found? {
        guard prompt.isFromImage else { return nil }
        var parts = PromptParts(prompt.text)
        let described = parts.phrases.filter { PhraseKind.still.contains(PhraseKind($0)) }
        guard !described.isEmpty else { return nil }
        while parts.phrases.count > 1, parts.removeLast(where: { PhraseKind.still.contains(PhraseKind($0)) })
        {}
        let list = described.joined(separator: ", ")
        return Found(
            "The picture shows this already: \(list).", fix: "Say only how things and the camera move.",
            korean: "그림에 이미 있는 내용입니다: \(list).", fix: "대상과 카메라의 움직임만 적으세요.",
            step: prompt.with(text: parts.text))
    }

    func emotionWithoutSign(_ prompt: LintedPrompt) -> Found? {
        guard !hasAction(prompt) else { return nil }
        let words = WordSequence(prompt.scene.map { $0.looks } ?? prompt.unquoted)
        let text = WordSequence(prompt.text)
        guard
            let emotion = Self.emotions.first(where: {
                words.contains($0.word) && text.contains($0.word) && !text.contains($0.sign)
            })
        else { return nil }
        return Found(
            "“\(emotion.word)” cannot be seen by itself.", fix: "Show it, for example: \(emotion.sign).",
            korean: "“\(emotion.word)”이라는 감정은 그대로는 보이지 않습니다.", fix: "보이게 적어 주세요. 예: \(emotion.korean).",
            step: prompt.with(text: English.sentence(prompt.text) + " " + English.sentence(emotion.sign)))
    }

    private func hasAction(_ prompt: LintedPrompt) -> Bool {
        if let scene = prompt.scene { return !scene.actions.isEmpty }
        let nouns: Set<String> = [
            "morning", "evening", "building", "ceiling", "spring", "wedding", "painting",
        ]
        return English.words(in: prompt.unquoted.lowercased()).map { $0.filter(\.isLetter) }
            .contains { $0.count > 4 && $0.hasSuffix("ing") && !nouns.contains($0) }
    }

    func notUnderstood(_ prompt: LintedPrompt) -> Found? {
        let words = (prompt.scene?.phrases ?? []).filter { $0.certainty == .notUnderstood }
            .map { $0.source?.text ?? $0.text }
        guard !words.isEmpty else { return nil }
        let list = words.joined(separator: ", ")
        return Found(
            "Not understood and only spelt out: \(list).", fix: "Use another word, or edit the prompt.",
            korean: "뜻을 몰라 소리대로 적었습니다: \(list).", fix: "다른 말로 바꾸거나 프롬프트를 고쳐 주세요.")
    }

    private static let emotions: [(word: String, sign: String, korean: String)] = [
        ("sad", "tears well up in the eyes", "눈에 눈물이 고인다"),
        ("happy", "a broad smile spreads across the face", "환하게 웃는다"),
        ("angry", "the brows knit and the fists clench", "눈썹을 찌푸리고 주먹을 쥔다"),
        ("lonely", "the head hangs low", "고개를 떨군다"), ("scared", "the eyes widen", "눈을 크게 뜬다"),
        ("nervous", "the fingers fidget", "손가락을 꼼지락거린다"), ("bored", "a long yawn follows", "길게 하품한다"),
        ("excited", "the feet bounce up and down", "발을 동동 구르며 들뜬다"), ("proud", "the chin rises", "턱을 치켜든다"),
        ("shy", "the eyes look down with a faint smile", "눈을 내리깔고 살짝 웃는다"),
    ]
}

extension Scene {
    fileprivate var looks: String { subjects.flatMap(\.looks).map(\.text).joined(separator: ", ") }

    fileprivate var phrases: [Phrase] {
        [
            subjects.map(\.phrase), actions.map(\.phrase), place, time, weather, light, camera, style, mood,
            audio, exclusions,
        ].flatMap { $0 }
    }
}
