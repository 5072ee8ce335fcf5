import Domain

extension Scene {
    /// All English that the scene holds.
    var english: String {
        let phrases =
            subjects.flatMap { [$0.phrase] + $0.looks } + actions.map(\.phrase) + place + time + weather
            + light
            + camera + style + mood + audio + onScreenText + exclusions
        return phrases.map(\.text).joined(separator: " ")
    }

    /// Gives the words that found no place one by their kind alone.
    mutating func add(_ leftovers: [Leftovers.Leftover]) {
        for leftover in leftovers {
            let phrase = leftover.phrase
            guard leftover.word.kind == .noun else {
                if leftover.word.kind == .predicate {
                    actions.append(Action(phrase: phrase, subject: subjects.indices.last))
                }
                continue
            }
            switch leftover.kind?.slot {
            case .time: time.append(phrase)
            case .weather: weather.append(phrase)
            case .light: light.append(phrase)
            case .camera: camera.append(phrase)
            case .style: style.append(phrase)
            case .mood: mood.append(phrase)
            case .audio: audio.append(phrase)
            case .place: place.append(phrase)
            case nil where leftover.kind?.isPlace == true: place.append(phrase)
            case nil:
                let kind = leftover.kind?.subjectKind ?? .object
                subjects.append(Subject(phrase: phrase, name: phrase.text, kind: kind))
            }
        }
    }
}
