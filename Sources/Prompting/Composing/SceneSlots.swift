import Domain

/// Fills the slots of a prompt from a scene and the hints; adds nothing of its own.
struct SceneSlots {
    let understanding: Understanding
    let hints: Hints
    let model: TargetModel
    /// The styles of the idea and then of the hints, without those that contradict an earlier one.
    let styles: StyleChoice

    init(understanding: Understanding, hints: Hints, model: TargetModel) {
        self.understanding = understanding
        self.hints = hints
        self.model = model
        let own = understanding.scene.style.map { HintWords.style($0.text) ?? $0.text }
        styles = StyleChoice(own + hints.styles.compactMap(HintWords.style))
    }

    /// The pieces of all slots, in the order in which the idea names them.
    var pieces: [Piece] {
        let scene = understanding.scene
        var pieces = [Piece(slot: .main, text: main)]
        pieces += texts(scene.place, .place)
        pieces += texts(scene.time, .time)
        pieces += texts(scene.weather, .weather)
        pieces += scene.light.map { Piece(slot: slot(of: $0.text, else: .light), text: light($0.text)) }
        pieces += scene.camera.map { Piece(slot: slot(of: $0.text, else: .camera), text: camera($0.text)) }
        pieces += scene.mood.map { Piece(slot: slot(of: $0.text, else: .mood), text: $0.text) }
        pieces += [hints.mood.flatMap(HintWords.mood)].compactMap { $0 }.map { Piece(slot: .mood, text: $0) }
        pieces += styles.kept.map { Piece(slot: slot(of: $0, else: .style), text: $0) }
        pieces += texts(scene.audio, .audio)
        pieces += scene.onScreenText.map { Piece(slot: .text, text: "“\($0.text)”") }
        return unique(pieces).filter { !isSaid($0) }
    }

    /// Colours of the whole and the order in the frame have slots of their own in a prompt.
    private func slot(of text: String, else slot: Slot) -> Slot {
        let words = WordSequence(text)
        if ["composition", "depth of field", "focus", "symmetrical"].contains(where: words.contains) {
            return .composition
        }
        return ["palette", "tones"].contains(where: words.contains) ? .palette : slot
    }

    /// Whether the main clause has a piece already: "walking in the rain" needs no second "in the rain".
    private func isSaid(_ piece: Piece) -> Bool {
        switch piece.slot {
        case .place, .time, .weather, .light, .audio, .text: WordSequence(main).contains(piece.text)
        case .main, .camera, .composition, .palette, .style, .mood, .quality: false
        }
    }

    /// The whole translation where the scene has no slot that could lead.
    private var main: String {
        let scene = understanding.scene
        let clause = AbsencePhrase.removed(
            from: MainClause(
                scene, isFinite: model.form == .paragraph, isFromImage: hints.isFromImage
            ).text, about: scene.exclusions.map(\.text))
        guard clause.isEmpty, scene.place.isEmpty, scene.time.isEmpty, scene.weather.isEmpty else {
            return clause
        }
        let translation = understanding.translation
        return translation.hasSuffix(".") ? String(translation.dropLast()) : translation
    }

    private func texts(_ phrases: [Phrase], _ slot: Slot) -> [Piece] {
        phrases.map { Piece(slot: slot, text: $0.text) }
    }

    /// Each piece once: a hint may repeat what the idea says.
    private func unique(_ pieces: [Piece]) -> [Piece] {
        var seen: Set<String> = []
        return pieces.filter { !$0.text.isEmpty && seen.insert($0.text.lowercased()).inserted }
    }

    /// "bright" alone lacks its noun.
    private func light(_ text: String) -> String {
        let isLoneAdjective = English.words(in: text).count == 1 && !text.lowercased().contains("light")
        return isLoneAdjective ? "\(text) light" : text
    }

    /// The model's own words for a camera move, where it has some.
    private func camera(_ text: String) -> String {
        let key = CameraMove.key(of: text)
        if let own = model.camera[key] { return own }
        if key == "drone shot" { return key }
        // "camera approaching slowly" lacks its verb in prose.
        let words = English.words(in: text)
        let lacksVerb = words.count > 1 && words[0] == "camera" && words[1].hasSuffix("ing")
        guard lacksVerb, model.form != .phrases else { return text }
        return "the camera is " + words.dropFirst().joined(separator: " ")
    }
}
