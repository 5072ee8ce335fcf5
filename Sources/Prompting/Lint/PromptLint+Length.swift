import Domain

/// Rules about how much a prompt holds.
extension PromptLint {
    func overLimit(_ prompt: LintedPrompt) -> Found? {
        let model = prompt.isFromImage ? model.startingFromImage : model
        guard let excess = TextMeasure(prompt.text).excess(over: model.limits) else { return nil }
        return Found(
            "The prompt has \(excess.count) \(excess.unit), and the model reads \(excess.limit).",
            fix: "Describe fewer subjects and actions.",
            korean:
                "프롬프트가 \(excess.count)\(excess.koreanUnit)인데 모델은 \(excess.limit)\(excess.koreanUnit)까지 읽습니다.",
            fix: "대상과 동작을 줄여 주세요.", step: shorter(prompt, model.limits))
    }

    /// The prompt without the phrases that matter least; nil when content alone is too long.
    private func shorter(_ prompt: LintedPrompt, _ limits: TargetModel.Limits) -> LintedPrompt? {
        var parts = PromptParts(prompt.text)
        for kind in PhraseKind.order {
            while parts.phrases.count > 1, parts.removeLast(where: { PhraseKind($0) == kind }) {
                let text = parts.text
                if TextMeasure(text).excess(over: limits) == nil { return prompt.with(text: text) }
            }
        }
        return nil
    }

    func tooManyBeats(_ prompt: LintedPrompt) -> Found? {
        let beats = prompt.scene?.actions.count ?? Self.beats(in: prompt.unquoted)
        let most = max(1, prompt.length / 2)
        guard beats > most else { return nil }
        return Found(
            "\(beats) actions do not fit into \(prompt.length) seconds.",
            fix: "Keep \(most) of them, or make the video longer.",
            korean: "동작 \(beats)개는 \(prompt.length)초에 들어가지 않습니다.",
            fix: "\(most)개만 남기거나 영상을 길게 하세요.", step: longer(prompt, atLeast: 2 * beats))
    }

    func longDialogue(_ prompt: LintedPrompt) -> Found? {
        let spoken = Self.spokenWords(in: prompt.text)
        // People speak about five words in two seconds.
        guard spoken * 2 > prompt.length * 5 else { return nil }
        let most = prompt.length * 5 / 2
        return Found(
            "\(spoken) words cannot be spoken in \(prompt.length) seconds.",
            fix: "Keep at most \(most) words.",
            korean: "\(prompt.length)초 동안 \(spoken)단어를 말할 수 없습니다.", fix: "\(most)단어 이하로 줄여 주세요.",
            step: longer(prompt, atLeast: (spoken * 2 + 4) / 5))
    }

    /// The prompt with a length that the model offers and that is long enough.
    private func longer(_ prompt: LintedPrompt, atLeast seconds: Int) -> LintedPrompt? {
        let offered = model.nearestDuration(to: seconds)
        let lengths = model.durations.compactMap(\.last).filter { $0 >= seconds }
        guard let length = offered >= seconds ? offered : lengths.min() else { return nil }
        var prompt = prompt
        prompt.durationSeconds = length
        return prompt
    }

    private static func beats(in text: String) -> Int {
        let words = WordSequence(text)
        return ["then", "finally", "afterwards", "moments later", "after that", "suddenly"]
            .reduce(1) { $0 + words.count(of: $1) }
    }

    /// Words in quotes that somebody says; what only stands in the picture is not spoken.
    private static func spokenWords(in text: String) -> Int {
        let verbs: Set<String> = [
            "says", "say", "saying", "said", "asks", "asking", "shouts", "shouting", "whispers", "whispering",
            "sings", "singing", "tells", "telling", "speaks", "speaking", "answers", "answering", "narrates",
        ]
        let quoted = QuotedText(text)
        return zip(quoted.quotes, quoted.leads).reduce(0) { count, pair in
            let lead = English.words(in: pair.1.lowercased()).suffix(4)
            let isSpoken =
                pair.1.withoutOuterSpace.hasSuffix(":")
                || lead.contains { verbs.contains($0.filter(\.isLetter)) }
            return isSpoken ? count + English.words(in: pair.0).count : count
        }
    }
}

extension LintedPrompt {
    func with(text: String) -> Self {
        var prompt = self
        prompt.text = text
        return prompt
    }
}
