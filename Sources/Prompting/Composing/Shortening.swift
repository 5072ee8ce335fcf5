import Domain

/// Drops parts until a prompt fits: what was added first, then what matters least.
///
/// Who does what, text to be shown and what must not be there always stay.
struct Shortening {
    let template: Template
    let exclusions: Exclusions

    /// The order in which slots give way.
    static let order: [Slot] = [.mood, .light, .style, .camera, .audio, .weather, .time, .place]

    func fit(_ pieces: [Piece]) -> (pieces: [Piece], text: String, warnings: [PromptWarning]) {
        var pieces = pieces
        var dropped: [String] = []
        var text = template.text(of: pieces, exclusions: exclusions.sentences)
        while TextMeasure(text).excess(over: template.model.limits) != nil, let index = next(in: pieces) {
            let piece = pieces.remove(at: index)
            if !piece.isEnrichment { dropped.append(piece.text) }
            text = template.text(of: pieces, exclusions: exclusions.sentences)
        }
        guard !dropped.isEmpty else { return (pieces, text, []) }
        let warning = PromptWarning(
            rule: "shortened",
            message: "Left out to fit \(template.model.title): \(dropped.joined(separator: ", ")).",
            fix: "Shorten the idea, or choose a model that reads more.")
        return (pieces, text, [warning])
    }

    /// The last piece of the slot that gives way first.
    private func next(in pieces: [Piece]) -> Int? {
        if let index = pieces.lastIndex(where: \.isEnrichment) { return index }
        for slot in Self.order {
            if let index = pieces.lastIndex(where: { $0.slot == slot }) { return index }
        }
        return nil
    }
}
