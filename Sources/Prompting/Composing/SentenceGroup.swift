/// Slots that share a sentence.
enum SentenceGroup: Equatable {
    case scene, camera, light, look, sound, text

    init(_ slot: Slot) {
        switch slot {
        case .main, .place, .time, .weather: self = .scene
        case .camera: self = .camera
        case .light: self = .light
        case .style, .mood, .quality: self = .look
        case .audio: self = .sound
        case .text: self = .text
        }
    }

    /// Whether a piece of this group goes on with the sentence of the pieces in front of it.
    ///
    /// The idea's own light joins the clause: "A puppy frolicking in bright light."
    func follows(_ run: [Piece], with piece: Piece) -> Bool {
        guard let group = run.first.map({ SentenceGroup($0.slot) }) else { return false }
        return group == self || group == .scene && self == .light && piece.attached != nil
    }

    /// The words around the group's pieces that make a sentence of them.
    func framed(_ text: String, form: TargetModel.Form) -> String {
        switch self {
        case .scene, .look: text
        case .text: "The text \(text) appears on screen"
        case .camera where form == .paragraph && !text.hasPrefix("the camera"):
            English.startsWithPreposition(text)
                ? "The scene is seen \(text)" : "The scene is seen in \(English.withArticle(text))"
        case .light where form == .paragraph && !English.startsWithPreposition(text):
            "The scene is lit by \(text)"
        // The headings of Sora's prompting guide.
        case .camera where form == .blocks: "Cinematography: \(text)"
        case .light where form == .blocks: "Lighting: \(text)"
        case .sound where form == .blocks: "Background sound: \(text)"
        case .sound: "The sound is \(text)"
        case .camera, .light: text
        }
    }
}
