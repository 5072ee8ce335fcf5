/// What a group of pieces becomes in a flowing paragraph: sentences without labels.
enum ProseSentence {
    /// "The view is a medium shot, and the camera moves forward".
    static func camera(_ pieces: [Piece]) -> String {
        let moves = pieces.map(\.text).filter(isMove)
        let shots = pieces.filter { $0.slot == .camera && !isMove($0.text) }.map(\.text)
        let (tempos, views) = (shots.filter(isTempo), shots.filter { !isTempo($0) })
        let frames = pieces.filter { $0.slot == .composition }.map { English.withArticle($0.text) }
        let parts = views.map(framing) + tempos.map { "in \($0)" }
        var seen = parts.isEmpty ? "" : "the view is " + parts.joined(separator: ", ")
        if !frames.isEmpty {
            seen += (seen.isEmpty ? "the view is one with " : " with ") + English.list(frames)
        }
        return ([seen].filter { !$0.isEmpty } + moves).joined(separator: ", and ")
    }

    private static func isTempo(_ text: String) -> Bool {
        ["motion", "lapse"].contains { text.lowercased().hasSuffix($0) }
            && !English.startsWithPreposition(text)
    }

    /// "The scene is lit by soft light".
    static func light(_ text: String) -> String {
        English.startsWithPreposition(text) ? text : "the scene is lit by \(text)"
    }

    /// "The film has a documentary style and a warm mood, with fine detail".
    static func look(_ pieces: [Piece]) -> String {
        let looks = pieces.filter { $0.slot != .quality }.map { English.withArticle(named($0)) }
        let quality = pieces.filter { $0.slot == .quality }.map(\.text)
        let parts = [English.list(looks), English.list(quality)].filter { !$0.isEmpty }
        return parts.isEmpty ? "" : "the film has " + parts.joined(separator: ", with ")
    }

    /// Whether a piece about the camera is a sentence of its own: "the camera moves forward".
    static func isMove(_ text: String) -> Bool {
        text.hasPrefix("the camera ") || text.hasPrefix("the handheld camera ")
    }

    private static func framing(_ shot: String) -> String {
        let shot = shot.hasPrefix("seen ") ? String(shot.dropFirst(5)) : shot
        return English.startsWithPreposition(shot) ? shot : English.withArticle(shot)
    }

    /// The piece with the noun that a sentence needs: "oil painting" is a look.
    private static func named(_ piece: Piece) -> String {
        let last = English.words(in: piece.text).last?.lowercased() ?? ""
        let nouns = ["style", "look", "mood", "atmosphere", "feel", "palette", "tones", "colors", "art"]
        if nouns.contains(last) { return piece.text }
        return piece.text + (piece.slot == .mood ? " mood" : piece.slot == .style ? " look" : "")
    }
}
