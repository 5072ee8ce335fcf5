import Domain

extension SceneAnswer {
    /// Makes the scene of the answer.
    ///
    /// - Parameters:
    ///   - idea: Where the sources are looked for.
    ///   - lexiconVersion: Goes into the understanding.
    /// - Throws: ``AnswerProblems`` with everything that cannot be used as it is.
    func understanding(of idea: Idea, lexiconVersion: String) throws(AnswerProblems) -> Understanding {
        let problems = self.problems
        guard problems.isEmpty else { throw AnswerProblems(problems) }
        let scene = scene(of: idea)
        return Understanding(
            scene: scene, translation: translation.squeezed, phrases: Self.ordered(scene.allPhrases),
            lexiconVersion: lexiconVersion)
    }

    private func scene(of idea: Idea) -> Scene {
        let sources = SourceFinder(idea.text)
        let phrases = { (found: [Phrase]?) in
            (found ?? []).map { sources.phrase($0.text, from: $0.source) }
        }
        var scene = Scene()
        scene.subjects = (subjects ?? []).map { subject in
            Domain.Subject(
                phrase: sources.phrase(subject.text, from: subject.source), name: subject.name.squeezed,
                kind: subject.kind, count: subject.count,
                looks: (subject.looks ?? []).map { sources.phrase($0, from: nil) })
        }
        scene.actions = (actions ?? []).map {
            Domain.Action(phrase: sources.phrase($0.text, from: $0.source), subject: $0.subject)
        }
        (scene.place, scene.time, scene.weather) = (phrases(place), phrases(time), phrases(weather))
        (scene.light, scene.camera, scene.style) = (phrases(light), phrases(camera), phrases(style))
        (scene.mood, scene.audio) = (phrases(mood), phrases(audio))
        (scene.onScreenText, scene.exclusions) = (phrases(onScreenText), phrases(exclusions))
        return scene
    }

    /// In the order of the idea; what comes from the whole of it stands at the end.
    private static func ordered(_ phrases: [Domain.Phrase]) -> [Domain.Phrase] {
        let order = phrases.enumerated().sorted { left, right in
            let (a, b) = (left.element.source?.start ?? .max, right.element.source?.start ?? .max)
            return (a, left.offset) < (b, right.offset)
        }
        return order.map(\.element)
    }
}

/// Finds the words of the idea that a phrase comes from.
private struct SourceFinder {
    private let text: String

    init(_ text: String) { self.text = text }

    func phrase(_ english: String, from source: String?) -> Domain.Phrase {
        guard let span = source.flatMap(span) else {
            return Phrase(english.squeezed, certainty: .inferred)
        }
        return Phrase(english.squeezed, source: span)
    }

    /// Bytes are compared: a source that is spelt otherwise is none.
    private func span(_ source: String) -> SourceSpan? {
        guard !source.isEmpty, let range = text.firstRange(of: source) else { return nil }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return SourceSpan(start: start, end: start + text[range].utf8.count, text: String(text[range]))
    }
}

extension Scene {
    /// Every phrase, slot by slot.
    var allPhrases: [Phrase] {
        subjects.map(\.phrase) + actions.map(\.phrase) + place + time + weather + light + camera + style
            + mood + audio + onScreenText + exclusions
    }
}

extension String {
    /// With single spaces and none around it.
    var squeezed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
