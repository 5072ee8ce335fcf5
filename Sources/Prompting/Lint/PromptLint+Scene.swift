import Domain

/// Rules about what the prompt asks for.
extension PromptLint {
    var cameraMoves: PromptWarning? {
        let moves = scene.camera.map { CameraMove.moves(in: $0.text) }.reduce(into: Set()) {
            $0.formUnion($1)
        }
        let isContradicting = moves.contains { $0.opposite.map(moves.contains) ?? false }
        guard isContradicting || moves.contains(.still) && moves.count > 1 else { return nil }
        return PromptWarning(
            rule: "two-camera-moves", message: "The camera cannot do all of this at once.",
            fix: "Keep one camera move.")
    }

    var tooManyBeats: PromptWarning? {
        let most = max(1, parameters.durationSeconds / 2)
        guard scene.actions.count > most else { return nil }
        return PromptWarning(
            rule: "too-many-beats",
            message: "\(scene.actions.count) actions do not fit into \(parameters.durationSeconds) seconds.",
            fix: "Keep \(most) of them, or make the video longer.")
    }

    var longDialogue: PromptWarning? {
        let words = scene.audio.flatMap { QuotedText($0.text).quotes }.map { English.words(in: $0).count }
            .reduce(0, +)
        // People speak about five words in two seconds.
        guard words * 2 > parameters.durationSeconds * 5 else { return nil }
        return PromptWarning(
            rule: "long-dialogue",
            message: "\(words) words cannot be spoken in \(parameters.durationSeconds) seconds.",
            fix: "Keep at most \(parameters.durationSeconds * 5 / 2) words.")
    }

    var emotionWithoutSign: PromptWarning? {
        let looks = scene.subjects.flatMap(\.looks).map { WordSequence($0.text) }
        guard
            let emotion = Self.signs.first(where: { sign in
                looks.contains { $0.contains(sign.emotion) }
            }),
            scene.actions.isEmpty
        else { return nil }
        return PromptWarning(
            rule: "emotion-without-sign", message: "“\(emotion.emotion)” cannot be seen by itself.",
            fix: "Show it, for example: \(emotion.sign).")
    }

    var unknownWords: PromptWarning? {
        let slots = [
            scene.subjects.map(\.phrase), scene.actions.map(\.phrase), scene.place, scene.time, scene.weather,
            scene.light, scene.camera, scene.style, scene.mood, scene.audio, scene.exclusions,
        ]
        let words = slots.joined().filter { $0.certainty == .notUnderstood }.map {
            $0.source?.text ?? $0.text
        }
        guard !words.isEmpty else { return nil }
        return PromptWarning(
            rule: "not-understood",
            message: "Not understood and only spelt out: \(words.joined(separator: ", ")).",
            fix: "Use another word, or edit the prompt.")
    }

    /// Slots that the idea fills and the model has no place for.
    var unwritten: PromptWarning? {
        guard !scene.audio.isEmpty, !model.slots.contains(.audio) else { return nil }
        return PromptWarning(
            rule: "sound-not-made",
            message: "\(model.title) makes no sound: \(scene.audio.map(\.text).joined(separator: ", ")).",
            fix: "Choose a model that does, such as veo-3.1, or add the sound later.")
    }

    var duration: PromptWarning? {
        guard let seconds = hints.durationSeconds, !model.offers(seconds: seconds) else { return nil }
        return PromptWarning(
            rule: "duration-not-offered", message: "\(model.title) makes no videos of \(seconds) seconds.",
            fix: "Ask for \(model.nearestDuration(to: seconds)) seconds.")
    }

    var aspect: PromptWarning? {
        guard !model.aspects.contains(parameters.aspect) else { return nil }
        return PromptWarning(
            rule: "aspect-not-offered",
            message: "\(model.title) makes no videos of \(parameters.aspect.rawValue).",
            fix: "Ask for \(model.aspects.map(\.rawValue).joined(separator: " or ")).")
    }

    private static let signs: [(emotion: String, sign: String)] = [
        ("sad", "tears in the eyes"), ("happy", "smiling broadly"), ("angry", "frowning with clenched fists"),
        ("lonely", "sitting alone with lowered head"), ("scared", "wide eyes, stepping back"),
        ("nervous", "fidgeting with the hands"), ("bored", "yawning"), ("excited", "jumping up and down"),
        ("proud", "chin raised"), ("shy", "looking down with a faint smile"),
    ]
}
