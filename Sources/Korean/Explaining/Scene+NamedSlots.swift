package import Domain

extension Scene {
    /// The slots with their phrases, in the order of the scene, without empty ones.
    package var slots: [(name: String, phrases: [Phrase])] {
        [
            ("subjects", subjects.map(\.phrase)), ("looks", subjects.flatMap(\.looks)),
            ("actions", actions.map(\.phrase)), ("place", place), ("time", time), ("weather", weather),
            ("light", light), ("camera", camera), ("style", style), ("mood", mood), ("audio", audio),
            ("text on screen", onScreenText), ("excluded", exclusions),
        ].filter { !$0.1.isEmpty }
    }

    /// The slots that a word landed in: those with the shortest phrase around it.
    func slots(holding word: Range<Int>) -> [String] {
        let spans = slots.flatMap { slot in
            slot.phrases.compactMap { phrase -> (name: String, length: Int)? in
                guard let source = phrase.source, source.start <= word.lowerBound,
                    word.upperBound <= source.end
                else { return nil }
                return (slot.name, source.end - source.start)
            }
        }
        guard let shortest = spans.map(\.length).min() else { return [] }
        return spans.filter { $0.length == shortest }.map(\.name)
    }
}
