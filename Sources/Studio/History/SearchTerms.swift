import Foundation

/// Words as the search for edits compares them: composed, in lower case, each once.
enum SearchTerms {
    /// More than this of one edit are not looked for.
    static let maximum = 64

    static func terms(of text: String) -> [String] {
        var seen: Set<String> = []
        return text.precomposedStringWithCanonicalMapping.lowercased()
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { seen.count < maximum && seen.insert($0).inserted }
    }
}
