/// A part of a prompt before the parts are joined.
struct Piece: Sendable, Hashable {
    let slot: Slot
    let text: String
    /// Whether the idea does not hold it.
    var isEnrichment = false

    /// The text as it stands behind a clause without a comma, "on a beach" or "in bright light".
    ///
    /// It is nil where it needs a comma.
    var attached: String? {
        switch slot {
        case .place, .time, .weather: English.startsWithPreposition(text) ? text : nil
        case .light: isEnrichment ? nil : English.inLight(text)
        case .main, .camera, .composition, .palette, .style, .mood, .audio, .text, .quality: nil
        }
    }
}
