/// Slots that share a sentence.
enum SentenceGroup: Equatable {
    case scene, camera, light, look, sound, text

    init(_ slot: Slot, form: TargetModel.Form) {
        // Sora's guide has one block for all that a camera operator decides.
        if form == .blocks, [.light, .palette, .mood, .quality].contains(slot) {
            self = .camera
            return
        }
        switch slot {
        case .main, .place, .time, .weather: self = .scene
        case .camera, .composition: self = .camera
        case .light: self = .light
        case .palette, .style, .mood, .quality: self = .look
        case .audio: self = .sound
        case .text: self = .text
        }
    }

    /// Whether a piece of this group goes on with the sentence of the pieces in front of it.
    ///
    /// The idea's own light joins the clause: "A puppy frolicking in bright light."
    func follows(_ run: [Piece], with piece: Piece, form: TargetModel.Form) -> Bool {
        guard let group = run.first.map({ SentenceGroup($0.slot, form: form) }) else { return false }
        return group == self || group == .scene && piece.slot == .light && piece.attached != nil
    }
}
