import Domain

/// `reprise bench http|render`.
enum BenchCommand: Command {
    static let name = "bench"
    static let summary = "Measures the service against a baseline of the same run."
    static let usage = "http|render"
    static let optionsHelp = """
          http    Requests a second of a cached prompt and of /healthz, beside a FastAPI service
          render  Frames a second of a full scene at 640×360 and 1280×720
        """
    static let grammar = Arguments.Grammar(operands: 1...1)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        throw InputError(field: arguments.operands[0], code: .unknownValue, expected: "http or render")
    }
}
