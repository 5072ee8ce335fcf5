/// Something that one can ask the program to do.
protocol Command: SendableMetatype {
    /// The word it is called by.
    static var name: String { get }
    /// What it does, in a line.
    static var summary: String { get }
    /// What stands behind the name, such as `IDEA [-o FILE]`.
    static var usage: String { get }
    /// Its own options, one a line, aligned; empty when it has none.
    static var optionsHelp: String { get }
    static var grammar: Arguments.Grammar { get }

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode
}

/// How the program ends.
enum ExitCode: Int32 {
    case done = 0
    case failed = 1
    /// Wrong usage or input.
    case wrongUsage = 2
}
