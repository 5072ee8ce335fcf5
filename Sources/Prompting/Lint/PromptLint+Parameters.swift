import Domain

/// Rules about what is a parameter and what is text.
extension PromptLint {
    func parameterInText(_ prompt: LintedPrompt) -> Found? {
        let words = TextWords(prompt.text)
        guard let found = ParameterWords(in: words, takesLength: !model.durationInText) else { return nil }
        let text = words.removing(found.range)
        var step = text.isEmpty ? nil : prompt.with(text: text)
        if let seconds = found.seconds, (1...60).contains(seconds) { step?.durationSeconds = seconds }
        if let aspect = found.aspect { step?.aspect = aspect }
        return Found(
            "Length and size are parameters; in the text they are ignored or shown.",
            fix: "Set duration and aspect instead, and take them out of the text.",
            korean: "길이와 크기는 매개변수입니다. 글에 적으면 무시되거나 화면에 나타납니다.",
            fix: "길이와 화면 비율을 따로 정하고 글에서는 빼세요.", step: step)
    }

    func lengthNotInText(_ prompt: LintedPrompt) -> Found? {
        guard model.durationInText, let seconds = prompt.durationSeconds,
            ParameterWords(in: TextWords(prompt.text), takesLength: true)?.seconds == nil
        else { return nil }
        let text = English.sentence(prompt.text) + " " + English.sentence(English.length(seconds))
        return Found(
            "\(model.title) has no parameter for the length, and the text does not say it.",
            fix: "Write how many seconds the video is long.",
            korean: "\(model.title)에는 길이 매개변수가 없는데 글에도 길이가 없습니다.", fix: "영상이 몇 초인지 글에 적어 주세요.",
            step: prompt.with(text: text))
    }

    func durationNotOffered(_ prompt: LintedPrompt) -> Found? {
        guard let seconds = prompt.durationSeconds, !model.offers(seconds: seconds) else { return nil }
        var step = prompt
        let nearest = model.nearestDuration(to: seconds)
        step.durationSeconds = nearest
        return Found(
            "\(model.title) makes no videos of \(seconds) seconds.", fix: "Ask for \(nearest) seconds.",
            korean: "\(model.title)은(는) \(seconds)초 영상을 만들지 않습니다.", fix: "\(nearest)초로 해 보세요.", step: step)
    }

    func aspectNotOffered(_ prompt: LintedPrompt) -> Found? {
        guard let aspect = prompt.aspect, !model.aspects.contains(aspect) else { return nil }
        var step = prompt
        step.aspect = model.aspects.first
        let offered = model.aspects.map(\.rawValue)
        return Found(
            "\(model.title) makes no videos of \(aspect.rawValue).",
            fix: "Ask for \(offered.joined(separator: " or ")).",
            korean: "\(model.title)은(는) \(aspect.rawValue) 영상을 만들지 않습니다.",
            fix: "\(offered.joined(separator: ", ")) 가운데에서 고르세요.", step: step)
    }

    func soundNotMade(_ prompt: LintedPrompt) -> Found? {
        guard let scene = prompt.scene, !scene.audio.isEmpty, !model.slots.contains(.audio) else {
            return nil
        }
        let sounds = scene.audio.map(\.text).joined(separator: ", ")
        return Found(
            "\(model.title) makes no sound: \(sounds).",
            fix: "Choose a model that does, such as veo-3.1, or add the sound later.",
            korean: "\(model.title)은(는) 소리를 만들지 않습니다: \(sounds).",
            fix: "veo-3.1처럼 소리를 내는 모델을 고르거나 나중에 소리를 넣으세요.")
    }
}
