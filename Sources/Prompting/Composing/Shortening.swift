import Domain

/// Drops parts until a prompt fits: what was added first, then what matters least.
///
/// Who does what, text to be shown and what must not be there always stay.
struct Shortening {
    let template: Template
    /// Sentences at the end that always stay.
    let closing: [String]

    /// The order in which slots give way; of one slot, the last piece first.
    static let order: [Slot] = [
        .mood, .palette, .composition, .light, .style, .camera, .audio, .weather, .time, .place,
    ]

    func fit(_ pieces: [Piece]) -> (pieces: [Piece], text: String, warnings: [PromptWarning]) {
        var pieces = pieces
        var dropped: [String] = []
        var text = template.text(of: pieces, closing: closing)
        while TextMeasure(text).excess(over: template.model.limits) != nil, let index = next(in: pieces) {
            let piece = pieces.remove(at: index)
            if !piece.isEnrichment { dropped.append(piece.text) }
            text = template.text(of: pieces, closing: closing)
        }
        guard !dropped.isEmpty else { return (pieces, text, []) }
        let list = dropped.joined(separator: ", ")
        let warning = PromptWarning(
            rule: "shortened", message: "Left out to fit \(template.model.title): \(list).",
            fix: "Shorten the idea, or choose a model that reads more.",
            korean: .init(
                "\(template.model.title)의 한도에 맞추려고 뺐습니다: \(list).",
                fix: "아이디어를 줄이거나 더 긴 글을 읽는 모델을 고르세요."))
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
