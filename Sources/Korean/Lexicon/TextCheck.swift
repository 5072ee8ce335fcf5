import Foundation

/// Whether both languages are written as they should be.
enum TextCheck {
    static func complaints(about row: LexiconFile.Row) -> [String] {
        korean(row) + english(row)
    }

    private static func korean(_ row: LexiconFile.Row) -> [String] {
        var complaints: [String] = []
        let composed = row.korean.precomposedStringWithCanonicalMapping
        if !composed.utf8.elementsEqual(row.korean.utf8) { complaints.append("is not in NFC") }
        if row.isVerb, !row.korean.hasSuffix("다") { complaints.append("a verb's dictionary form ends in 다") }
        if row.isVerb, row.korean.dropLast().contains("를") {
            complaints.append("is never met: say 을:NOUN with absorb=을, for the noun is a word of its own")
        }
        if row.korean != row.korean.trimmingCharacters(in: .whitespaces) {
            complaints.append("has a space at its edge")
        }
        return complaints
    }

    private static func english(_ row: LexiconFile.Row) -> [String] {
        let english = row.english
        var complaints: [String] = []
        if !english.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            complaints.append("'\(english)' is not plain ASCII")
        }
        if english != english.trimmingCharacters(in: .whitespaces) || english.contains("  ") {
            complaints.append("'\(english)' has a space too many")
        }
        if row.section == "noun", ["a ", "an ", "the "].contains(where: english.hasPrefix) {
            complaints.append("'\(english)' brings an article, which is put by rule")
        }
        return complaints
    }
}
