import Domain

extension SceneAnswer {
    private static let longestPhrase = 400
    private static let longestTranslation = 8000

    /// What keeps the answer from being used, a sentence each.
    var problems: [String] {
        var problems: [String] = []
        if translation.squeezed.isEmpty { problems.append("translation is empty") }
        if translation.count > Self.longestTranslation { problems.append("translation is too long") }
        if !translation.isEnglish { problems.append("translation is not English") }
        for (slot, texts) in texts {
            for (index, text) in texts.enumerated() {
                problems += Self.problem(of: text, in: slot).map { "\(slot).\(index): \($0)" }
            }
        }
        let count = subjects?.count ?? 0
        for (index, action) in (actions ?? []).enumerated() {
            guard let subject = action.subject, !(0..<count).contains(subject) else { continue }
            problems.append("actions.\(index): there is no subject \(subject)")
        }
        for (index, subject) in (subjects ?? []).enumerated() {
            guard let count = subject.count, !(1...10_000).contains(count) else { continue }
            problems.append("subjects.\(index): count is out of range")
        }
        if texts.allSatisfy(\.texts.isEmpty) { problems.append("the scene is empty") }
        return problems
    }

    private var texts: [(slot: String, texts: [String])] {
        let slots = [place, time, weather, light, camera, style, mood, audio, onScreenText, exclusions]
        return [
            ("subjects", (subjects ?? []).flatMap { [$0.text, $0.name] + ($0.looks ?? []) }),
            ("actions", (actions ?? []).map(\.text)),
        ] + zip(SceneSchema.phraseSlots, slots).map { ($0, ($1 ?? []).map(\.text)) }
    }

    private static func problem(of text: String, in slot: String) -> [String] {
        guard !text.squeezed.isEmpty else { return ["text is empty"] }
        guard text.count <= longestPhrase else { return ["text is too long"] }
        // Text in the picture stays as it is written.
        guard slot == "onScreenText" || text.isEnglish else { return ["text is not English"] }
        return []
    }
}

extension String {
    /// Whether every letter outside quotation marks is Latin, and no control character is inside.
    fileprivate var isEnglish: Bool {
        var isQuoted = false
        for character in self {
            switch character {
            case "\"": isQuoted.toggle()
            case "“": isQuoted = true
            case "”": isQuoted = false
            default:
                let isForeign =
                    character.isLetter && !character.unicodeScalars.allSatisfy { $0.value < 0x0300 }
                if isForeign && !isQuoted && !character.isLatinExtended || character.isControl {
                    return false
                }
            }
        }
        return true
    }
}

extension Character {
    /// Letters with several marks, as in Vietnamese names (U+1E00...U+1EFF), and combined marks.
    fileprivate var isLatinExtended: Bool {
        unicodeScalars.allSatisfy { scalar in
            scalar.value < 0x0370 || (0x1E00...0x1EFF).contains(scalar.value)
        }
    }

    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control } && !isWhitespace
    }
}
