import Domain

/// Fills the slots of a prompt from a scene and the hints; adds nothing of its own.
struct SceneSlots {
    let understanding: Understanding
    let hints: Hints
    let model: TargetModel

    /// The pieces of all slots, in the order in which the idea names them.
    var pieces: [Piece] {
        let scene = understanding.scene
        var pieces = [Piece(slot: .main, text: main)]
        pieces += texts(scene.place, .place)
        pieces += texts(scene.time, .time)
        pieces += texts(scene.weather, .weather)
        pieces += scene.light.map { Piece(slot: .light, text: light($0.text)) }
        pieces += scene.camera.map { Piece(slot: .camera, text: camera($0.text)) }
        pieces += texts(scene.mood, .mood)
        pieces += [hints.mood.flatMap(HintWords.mood)].compactMap { $0 }.map { Piece(slot: .mood, text: $0) }
        pieces += scene.style.map { Piece(slot: .style, text: HintWords.style($0.text) ?? $0.text) }
        pieces += hints.styles.compactMap(HintWords.style).map { Piece(slot: .style, text: $0) }
        pieces += texts(scene.audio, .audio)
        pieces += scene.onScreenText.map { Piece(slot: .text, text: "“\($0.text)”") }
        return unique(pieces).filter { !isSaid($0) }
    }

    /// Whether the main clause has a piece already: "walking in the rain" needs no second "in the rain".
    private func isSaid(_ piece: Piece) -> Bool {
        switch piece.slot {
        case .place, .time, .weather, .light, .audio, .text: WordSequence(main).contains(piece.text)
        case .main, .camera, .style, .mood, .quality: false
        }
    }

    /// The whole translation where the scene has no slot that could lead.
    private var main: String {
        let scene = understanding.scene
        let clause = MainClause(scene, isFinite: model.form == .paragraph).text
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
    private func camera(_ text: String) -> String { model.camera[CameraMove.key(of: text)] ?? text }
}
