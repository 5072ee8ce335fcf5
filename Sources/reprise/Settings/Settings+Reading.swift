import Domain
import Foundation

/// What is wrong with the settings, all of it at once.
struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One sentence a problem.
    let problems: [String]

    var description: String { problems.joined(separator: "; ") }
}

extension Settings {
    /// Reads the settings; an option wins over a variable, a variable over the settings file, and all of
    /// them over the default.
    ///
    /// - Parameters:
    ///   - environment: Usually the process's; every `REPRISE_…` name must be a setting.
    ///   - options: Long options without dashes.
    /// - Throws: ``SettingsError`` with every problem found, not only the first.
    init(environment: [String: String], options: [String: String]) throws(SettingsError) {
        let sources = SettingSources(environment: environment, options: options)
        self.init()
        var problems = sources.problems
        for setting in Setting.all {
            for value in sources.values(of: setting) {
                do throws(InputError) {
                    try setting.apply(value.text, &self)
                } catch {
                    problems.append("\(value.origin.name) \(error.code.sentence); expected \(error.expected)")
                }
            }
        }
        guard problems.isEmpty else { throw SettingsError(problems: problems) }
    }

    /// The text of `.env.example`: every setting with what it is and its default.
    static var example: String {
        let head = """
            # Every setting of Reprise with its default. Set what differs in the environment, in a file of this
            # form that REPRISE_CONFIG names, or with the long option of the same name (REPRISE_DATA_DIR is
            # --data-dir). A secret NAME can be a file that NAME_FILE names. Unknown names are refused.

            """
        return Setting.all.reduce(into: head) { text, setting in
            text +=
                "\n# \(setting.summary) (\(setting.placeholder)).\n#\(setting.variable)=\(setting.standard)\n"
        }
    }
}
