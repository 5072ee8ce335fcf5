import Foundation

/// Where a setting's value comes from.
enum SettingOrigin: Sendable, Equatable {
    case standard
    /// A line of the settings file.
    case line(Int, file: String, variable: String)
    case variable(String)
    /// A file that holds a secret, and the variable that names it.
    case secretFile(String, variable: String)
    case option(String)

    /// How an operator finds it.
    var name: String {
        switch self {
        case .standard: "default"
        case .line(let number, let file, let variable): "\(variable) in \(file):\(number)"
        case .variable(let name): name
        case .secretFile(let path, let variable): "\(variable) (\(path))"
        case .option(let name): "--\(name)"
        }
    }
}

/// All places that settings come from, read once.
struct SettingSources: Sendable {
    struct Value: Sendable, Equatable {
        let text: String
        let origin: SettingOrigin
    }

    /// What is wrong with the sources themselves: unknown names, files that cannot be read.
    private(set) var problems: [String] = []
    private var values: [String: [Value]] = [:]

    /// Reads the settings file and the files of secrets.
    init(environment: [String: String], options: [String: String]) {
        let named = options["config"] ?? environment["REPRISE_CONFIG"] ?? ""
        if !named.isEmpty { takeFile(named) }
        take(environment) { .variable($0) }
        for setting in Setting.all {
            if let text = options[setting.option] {
                values[setting.option, default: []].append(
                    Value(text: text, origin: .option(setting.option)))
            }
        }
    }

    /// Every value of a setting, the one that holds last; empty where the default holds.
    func values(of setting: Setting) -> [Value] { values[setting.option] ?? [] }

    /// Takes lines `NAME=value`; blank lines and those that begin with `#` say nothing.
    private mutating func takeFile(_ path: String) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            problems.append("the settings file \(path) cannot be read")
            return
        }
        var lines: [String: (text: String, number: Int)] = [:]
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let pair = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, pair[0].hasPrefix("REPRISE_"), pair[0] != "REPRISE_CONFIG" else {
                problems.append("\(path):\(offset + 1) is not REPRISE_NAME=value")
                continue
            }
            let isNew = lines.updateValue((String(pair[1]), offset + 1), forKey: String(pair[0])) == nil
            if !isNew { problems.append("\(path):\(offset + 1) sets \(pair[0]) once more") }
        }
        let numbers = lines.mapValues(\.number)
        take(lines.mapValues(\.text)) {
            .line(numbers[$0] ?? 0, file: path, variable: $0)
        }
    }

    /// Takes variables, of the environment or of the file.
    private mutating func take(_ variables: [String: String], from origin: (String) -> SettingOrigin) {
        var unknown = Set(variables.keys.filter { $0.hasPrefix("REPRISE_") })
        for setting in Setting.all {
            if let text = variables[setting.variable] {
                values[setting.option, default: []].append(
                    Value(text: text, origin: origin(setting.variable)))
            }
            if let name = setting.fileVariable, let path = variables[name] {
                takeSecret(of: setting, path, variable: name, isAlone: variables[setting.variable] == nil)
                unknown.remove(name)
            }
            unknown.remove(setting.variable)
        }
        problems += unknown.sorted().map { "\($0) is not a setting; .env.example lists them all" }
    }

    /// Takes the text of a file, without the line feed that editors put at its end.
    private mutating func takeSecret(of setting: Setting, _ path: String, variable: String, isAlone: Bool) {
        guard isAlone else {
            problems.append("\(setting.variable) and \(variable) are both set; one of them is enough")
            return
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            problems.append("\(variable) names \(path), which cannot be read")
            return
        }
        let value = text.trimmingCharacters(in: .newlines)
        values[setting.option, default: []].append(
            Value(text: value, origin: .secretFile(path, variable: variable)))
    }
}
