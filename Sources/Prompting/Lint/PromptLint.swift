import Domain

/// Looks for what makes a model misunderstand a prompt; every finding says what to do, and mends it where
/// that needs no judgement.
package struct PromptLint: Sendable {
    let model: TargetModel

    /// - Parameter model: What the prompt is for.
    package init(model: TargetModel) { self.model = model }

    /// All findings, in the order of the rules.
    package func findings(in prompt: LintedPrompt) -> [LintFinding] {
        LintRule.allCases.compactMap { rule in
            guard let found = look(for: rule, in: prompt) else { return nil }
            return LintFinding(
                rule: rule, english: found.english, korean: found.korean,
                fixed: mended(prompt, by: rule, found))
        }
    }

    /// Applies every fix there is, the rules' order over and over, until none is left.
    ///
    /// - Returns: The prompt, and the rules that were applied.
    package func mended(_ prompt: LintedPrompt) -> (prompt: LintedPrompt, rules: [LintRule]) {
        var prompt = prompt
        var rules: [LintRule] = []
        // One fix may make room for another, such as a shorter text; each rule gets a second turn.
        for _ in 0..<2 * LintRule.allCases.count {
            guard let next = findings(in: prompt).first(where: { $0.fixed != nil }), let fixed = next.fixed
            else { break }
            prompt = fixed
            if !rules.contains(next.rule) { rules.append(next.rule) }
        }
        return (prompt, rules)
    }

    /// What a rule found: the words for it, and the next step of mending it.
    struct Found {
        let english: PromptWarning.Wording
        let korean: PromptWarning.Wording
        let step: LintedPrompt?

        init(
            _ english: String, fix: String, korean: String, fix koreanFix: String, step: LintedPrompt? = nil
        ) {
            self.english = .init(english, fix: fix)
            self.korean = .init(korean, fix: koreanFix)
            self.step = step
        }
    }

    /// Mends step by step; a fix that leaves the finding is none.
    private func mended(_ prompt: LintedPrompt, by rule: LintRule, _ found: Found) -> LintedPrompt? {
        var next = found.step
        for _ in 0..<20 {
            guard let step = next, step != prompt else { return nil }
            guard let again = look(for: rule, in: step) else { return step }
            next = again.step
        }
        return nil
    }

    private func look(for rule: LintRule, in prompt: LintedPrompt) -> Found? {
        switch rule {
        case .overLimit: overLimit(prompt)
        case .hangulLeft: hangulLeft(prompt)
        case .twoCameraMoves: twoCameraMoves(prompt)
        case .parameterInText: parameterInText(prompt)
        case .lengthNotInText: lengthNotInText(prompt)
        case .negationInText: negationInText(prompt)
        case .describesThePicture: describesThePicture(prompt)
        case .tooManyBeats: tooManyBeats(prompt)
        case .longDialogue: longDialogue(prompt)
        case .emotionWithoutSign: emotionWithoutSign(prompt)
        case .brandName: brandName(prompt)
        case .providerRewrites: providerRewrites(prompt)
        case .notUnderstood: notUnderstood(prompt)
        case .soundNotMade: soundNotMade(prompt)
        case .durationNotOffered: durationNotOffered(prompt)
        case .aspectNotOffered: aspectNotOffered(prompt)
        }
    }
}
