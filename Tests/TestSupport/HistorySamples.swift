package import Domain

/// Makes records of the history for tests, all different and all from one seed.
package struct HistorySamples {
    private var random: SplitMix64
    private let identifiers: SeededRandom
    private var clock = Timestamp(milliseconds: 1_795_000_000_000)

    package init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        identifiers = SeededRandom(seed: seed ^ 0x5EED)
    }

    /// The time, a millisecond later each time it is asked, so that identifiers sort as they were made.
    package mutating func now() -> Timestamp {
        clock = clock.advanced(by: .milliseconds(1))
        return clock
    }

    /// Text that stores get wrong: NUL, decomposed Korean, emoji, quotes, nothing at all.
    package mutating func text(upTo length: Int = 12) -> String {
        let pieces = [
            "고양이", "\u{1112}\u{1161}\u{11AB}", "e\u{301}", "👩‍👩‍👧", "a", " ", "\n", "\u{0}", "'; --", "\"\\", "/",
            "\u{2028}", "\u{FFFD}", "한",
        ]
        return (0..<Int.random(in: 0...length, using: &random))
            .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    }

    package mutating func prompt(in workspace: Workspace = .standard, text: String? = nil) throws(InputError)
        -> (prompt: Prompt, first: Revision)
    {
        let time = now()
        let id = Prompt.ID(at: time, random: identifiers)
        var hints = Hints()
        hints.styles = ["cinematic", "수채화"]
        hints.mood = "밝은"
        hints.seed = UInt64.max
        let idea = try Idea(text: "귀여운 강아지가 뛰노는 밝은 영상", hints: hints)
        let draft = draft(text: text ?? self.text())
        let first = Revision(
            prompt: id, number: 1, parent: nil, author: "writer", savedAt: time,
            configuration: Configuration(of: idea, draft: draft), diff: nil)
        let head = Prompt.Head(of: first)
        let prompt = Prompt(
            id: id, workspace: workspace, idea: idea, draft: draft, createdAt: time, head: head)
        return (prompt, first)
    }

    /// Returns a prompt with a recommendation beside it, as a cache keeps it.
    package mutating func cached(text: String) throws(InputError) -> CachedPrompt {
        let prompt = try prompt(text: text).prompt
        let recommendation = Recommendation(
            prompt: prompt.id, revision: 1, idea: "고양이", text: self.text(), score: 0.5,
            reasons: [Recommendation.Reason(kind: .sharedWords, words: ["고양이", self.text()])])
        return CachedPrompt(prompt: prompt, similar: [recommendation])
    }

    package mutating func draft(text: String) -> Draft {
        let source = SourceSpan(start: 0, end: 9, text: "강아지")
        var scene = Scene()
        scene.subjects = [
            Subject(
                phrase: Phrase("a cute puppy", source: source), name: "puppy", kind: .animal, count: 1,
                looks: [Phrase("cute")])
        ]
        scene.actions = [Action(phrase: Phrase("romping around", certainty: .inferred), subject: 0)]
        scene.onScreenText = [Phrase(self.text())]
        return Draft(
            text: text, negative: "blurry", model: ModelName(rawValue: "wan-2.2"),
            parameters: PromptParameters(aspect: .tall, durationSeconds: 7, seed: random.next()),
            category: .animal, scene: scene, translation: "a cute puppy",
            phrases: [Phrase("cute", source: source)],
            enrichment: ["4K"], warnings: [PromptWarning(rule: "two-camera-moves", message: self.text())],
            writer: Version(name: "writer", version: "1"), template: Version(name: "wan", version: "2"),
            lexicon: Version(name: "lexicon", version: "2026-11-21"))
    }

    /// Returns what could follow `revision`, or what claims to when a `number` is given.
    package mutating func revision(
        after revision: Revision, number: Int? = nil, on branch: ReferenceName = .main
    ) -> Revision {
        let text = text()
        var configuration = revision.configuration
        configuration.text = text
        configuration.negative = Bool.random(using: &random) ? self.text() : nil
        configuration.parameters.seed = random.next()
        let old = Diff.Extent(
            utf8: revision.text.utf8.count, utf16: revision.text.utf16.count, graphemes: revision.text.count)
        let new = Diff.Extent(utf8: text.utf8.count, utf16: text.utf16.count, graphemes: text.count)
        let start = Diff.Extent(utf8: 0, utf16: 0, graphemes: 0)
        let operation = Diff.Operation(
            kind: .replace, old: Diff.Span(start: start, length: old),
            new: Diff.Span(start: start, length: new), oldText: revision.text, newText: text)
        return Revision(
            prompt: revision.prompt, number: number ?? revision.number + 1, parent: revision.number,
            branch: branch, author: "영희", note: Bool.random(using: &random) ? self.text() : nil,
            savedAt: now(), configuration: configuration,
            diff: Diff(operations: [operation], oldLength: old, newLength: new),
            changes: FieldChange.changes(from: revision.configuration, to: configuration))
    }

    package mutating func job(
        in workspace: Workspace = .standard, of prompt: Prompt.ID? = nil, by provider: String = "local"
    ) throws(InputError) -> VideoJob {
        let time = now()
        let request = VideoRequest(
            text: text(), negative: nil, idea: text(), model: ModelName(rawValue: "local"),
            format: try VideoFormat(), seed: UInt64.max)
        return VideoJob(
            id: VideoJob.ID(at: time, random: identifiers), workspace: workspace,
            prompt: prompt ?? Prompt.ID(at: time, random: identifiers), revision: 1, request: request,
            provider: provider, createdAt: time)
    }

    /// Returns a random element.
    package mutating func pick<Element>(_ elements: some Collection<Element>) -> Element? {
        elements.randomElement(using: &random)
    }

    package mutating func number(in range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
}
