import Domain

/// What is wrong with the settings, all of it at once.
struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One sentence a problem.
    let problems: [String]

    var description: String { problems.joined(separator: "; ") }
}

extension Settings {
    /// Reads the settings; an option wins over a variable, a variable over the default.
    ///
    /// - Parameters:
    ///   - environment: Usually the process's; every `REPRISE_…` name must be a setting.
    ///   - options: Long options without dashes.
    /// - Throws: ``SettingsError`` with every problem found, not only the first.
    init(environment: [String: String], options: [String: String]) throws(SettingsError) {
        self.init()
        var problems: [String] = []
        for setting in Setting.all {
            for text in [environment[setting.variable], options[setting.option]].compactMap(\.self) {
                do throws(InputError) {
                    try setting.apply(text, &self)
                } catch {
                    let name = options[setting.option] == text ? "--\(setting.option)" : setting.variable
                    problems.append("\(name) \(error.code.sentence); expected \(error.expected)")
                }
            }
        }
        let known = Set(Setting.all.map(\.variable))
        problems += environment.keys.filter { $0.hasPrefix("REPRISE_") && !known.contains($0) }.sorted()
            .map { "\($0) is not a setting; .env.example lists them all" }
        guard problems.isEmpty else { throw SettingsError(problems: problems) }
    }

    /// The text of `.env.example`: every setting with what it is and its default.
    static var example: String {
        let head = """
            # Every setting of Reprise with its default. Set what differs in the environment, or give the
            # long option of the same name (REPRISE_DATA_DIR is --data-dir). Unknown names are refused.

            """
        return Setting.all.reduce(into: head) { text, setting in
            text +=
                "\n# \(setting.summary) (\(setting.placeholder)).\n#\(setting.variable)=\(setting.standard)\n"
        }
    }
}
