import Domain
import Prompting
import Testing

/// What the fixes of the lint leave.
@Suite struct LintFixTests {
    private static let texts = [
        "A cat.", "A street without cars at night.", "A cat, not a puppy.", "A boy not wearing a hat.",
        "A 10-second video of a cat in 16:9.", "A cat running for 8 seconds, 1080p.",
        "A cat, dolly in, dolly out.", "A cat, static camera, pan left and then tilt up.",
        "A sad man on a bench.", "A man then runs, then jumps, then falls, finally sleeps, then wakes up.",
        "A cat, soft light, warm mood, documentary style, fine detail.", "A 고양이 without people.",
        "A sign that reads “no 10 seconds, without cars”.", "No people, no cars.", "Without", "",
        "A man saying “one two three four five six seven eight nine ten eleven twelve thirteen”.",
        "A long walk, " + Array(repeating: "soft light", count: 300).joined(separator: ", ") + ".",
    ]

    @Test(arguments: Catalogue.names) func `a finding that was mended is not found again`(name: String) throws
    {
        let lint = PromptLint(model: try Catalogue.model(name))
        for text in Self.texts {
            for isFromImage in [false, true] {
                var prompt = LintedPrompt(text: text)
                prompt.isFromImage = isFromImage
                prompt.isEdited = true
                prompt.durationSeconds = 7
                prompt.aspect = .portrait
                for finding in lint.findings(in: prompt) {
                    guard let fixed = finding.fixed else { continue }
                    #expect(!lint.findings(in: fixed).map(\.rule).contains(finding.rule), "\(text)")
                }
                let mended = lint.mended(prompt).prompt
                #expect(lint.findings(in: mended).allSatisfy { $0.fixed == nil }, "\(text)")
            }
        }
    }

    @Test(arguments: [
        ("A street without cars at night.", "A street at night.", "cars"),
        ("A cat, not a puppy.", "A cat.", "puppy"), ("A square with no people.", "A square.", "people"),
    ])
    func `what must not be there moves to its field`(text: String, expected: String, negative: String) throws
    {
        let mended = PromptLint(model: try Catalogue.model("wan-2.2")).mended(LintedPrompt(text: text)).prompt
        #expect(mended.text == expected)
        #expect(mended.negative == negative)
    }

    @Test func `length and shape become parameters`() throws {
        let prompt = LintedPrompt(text: "A cat running for 8 seconds, in 16:9.")
        let mended = PromptLint(model: try Catalogue.model("veo-3.1")).mended(prompt).prompt
        #expect(mended.text == "A cat running.")
        #expect(mended.durationSeconds == 8 && mended.aspect == .wide)
    }

    @Test func `the length is written where it is no parameter`() throws {
        var prompt = LintedPrompt(text: "A cat running.")
        prompt.durationSeconds = 8
        let mended = PromptLint(model: try Catalogue.model("gemini-omni-1.1")).mended(prompt).prompt
        #expect(mended.text == "A cat running. The video is 8 seconds long.")
    }

    @Test func `one camera move stays`() throws {
        let prompt = LintedPrompt(text: "A cat running, dolly in, dolly out.")
        let mended = PromptLint(model: try Catalogue.model("veo-3.1")).mended(prompt).prompt
        #expect(mended.text == "A cat running, dolly in.")
    }

    @Test func `a start picture needs no light`() throws {
        var prompt = LintedPrompt(text: "The cat running, soft light, tracking shot, warm mood.")
        prompt.isFromImage = true
        let mended = PromptLint(model: try Catalogue.model("wan-2.2")).mended(prompt).prompt
        #expect(mended.text == "The cat running, tracking shot.")
    }
}
