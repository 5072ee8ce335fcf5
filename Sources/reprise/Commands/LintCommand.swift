import Domain
import Foundation
import Prompting
import Studio

/// `reprise lint TEXT`.
enum LintCommand: Command {
    static let name = "lint"
    static let summary = "Says what makes a model misunderstand a prompt, and mends what it can."
    static let usage = "TEXT [--model NAME] [--fix] [--json]"
    static let optionsHelp = """
          --model NAME        Model the prompt is for
          --negative TEXT     What goes into the negative field
          --duration SECONDS  Length of the video, 1 to 60
          --image-to-video    The video starts from a picture
          --edited            A person changed the prompt
          --fix               Print the mended prompt
          --json              As data
        """
    static let grammar = Arguments.Grammar(
        options: ["model", "negative", "duration"], flags: ["image-to-video", "edited", "fix", "json"],
        operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let folder = URL(filePath: "\(Resources(settings).folder)/models")
        let model = try ModelCatalogue(folder: folder).model(arguments.options["model"].map(ModelName.init))
        var prompt = LintedPrompt(text: arguments.operands[0], negative: arguments.options["negative"])
        prompt.durationSeconds = try arguments.integer("duration", in: 1...60)
        prompt.isFromImage = arguments.flags.contains("image-to-video")
        prompt.isEdited = arguments.flags.contains("edited")
        let report = Studio.LintReport(of: prompt, for: model)
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(Answer(report)))
        } else if arguments.flags.contains("fix") {
            shell.print(report.mended.text)
            if let negative = report.mended.negative { shell.say("negative: \(negative)") }
        }
        for finding in report.findings where !arguments.flags.contains("json") {
            let words = finding.english
            shell.say("\(finding.severity.rawValue): \(words.message) \(words.fix ?? "")")
        }
        return report.findings.contains { $0.severity == .error } ? .failed : .done
    }

    /// The report as data, in both languages.
    private struct Answer: Encodable {
        struct Finding: Encodable {
            let rule: LintRule
            let severity: LintFinding.Severity
            let english: PromptWarning.Wording
            let korean: PromptWarning.Wording
            let fixed: String?
        }

        let model: ModelName
        let findings: [Finding]
        let text: String
        let negative: String?
        let durationSeconds: Int?

        init(_ report: Studio.LintReport) {
            model = report.model.name
            findings = report.findings.map {
                Finding(
                    rule: $0.rule, severity: $0.severity, english: $0.english, korean: $0.korean,
                    fixed: $0.fixed?.text)
            }
            text = report.mended.text
            negative = report.mended.negative
            durationSeconds = report.mended.durationSeconds
        }
    }
}
