package import Domain

/// How prompts of one category are written for one model.
package struct Template: Sendable, Hashable {
    package let model: TargetModel
    package let category: Category

    package init(model: TargetModel, category: Category) {
        self.model = model
        self.category = category
    }

    /// The name and version that go into every prompt it made, such as `wan-2.2/animal` and `1`.
    package var version: Version {
        Version(name: "\(model.name)/\(category.rawValue)", version: model.templateVersion)
    }

    /// Joins pieces in the model's order and form; slots the model does not have are left out.
    func text(of pieces: [Piece], exclusions: [String] = []) -> String {
        let ordered = model.slots.flatMap { slot in
            pieces.filter { $0.slot == slot && !$0.text.isEmpty }
        }
        let sentences = model.form == .phrases ? [phrases(ordered)] : groups(ordered)
        return (sentences + exclusions.map(English.sentence)).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func phrases(_ pieces: [Piece]) -> String {
        English.sentence(
            joined(pieces) { piece in
                switch piece.slot {
                case .text: "with the text \(piece.text) on screen"
                case .audio: English.startsWithPreposition(piece.text) ? piece.text : "with \(piece.text)"
                default: English.withoutDoubledWords(piece.text)
                }
            })
    }

    /// A sentence for each run of pieces that belong together.
    private func groups(_ pieces: [Piece]) -> [String] {
        var sentences: [String] = []
        var rest = pieces[...]
        while let first = rest.first {
            var run = [first]
            rest = rest.dropFirst()
            while let next = rest.first, SentenceGroup(next.slot).follows(run, with: next) {
                run.append(next)
                rest = rest.dropFirst()
            }
            let text = joined(run) { $0.slot == .text ? $0.text : English.withoutDoubledWords($0.text) }
            sentences.append(English.sentence(SentenceGroup(first.slot).framed(text, form: model.form)))
        }
        return sentences
    }

    /// Puts commas between pieces, except where one hangs on the clause in front of it.
    private func joined(_ pieces: [Piece], _ write: (Piece) -> String) -> String {
        var text = ""
        var isClause = false
        for piece in pieces {
            let attached = piece.attached.map(English.withoutDoubledWords)
            if let attached, isClause {
                text += " " + attached
            } else {
                text += (text.isEmpty ? "" : ", ") + write(piece)
            }
            isClause = piece.slot == .main || attached != nil && (isClause || piece.slot != .light)
        }
        return text
    }
}
