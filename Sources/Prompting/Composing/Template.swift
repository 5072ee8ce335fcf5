package import Domain

/// How prompts of one category are written for one model.
package struct Template: Sendable, Hashable {
    package let model: TargetModel
    package let category: CategoryTemplate
    private let isFromImage: Bool

    /// - Parameter isFromImage: Whether the video starts from a picture.
    package init(model: TargetModel, category: Category, isFromImage: Bool = false) {
        self.model = isFromImage ? model.startingFromImage : model
        self.category = CategoryTemplate(category)
        self.isFromImage = isFromImage
    }

    /// The name and version that go into every prompt it made, such as `wan-2.2/animal` and `2.2`: the
    /// model's and the category's.
    package var version: Version {
        Version(
            name: "\(model.name)/\(category.category.rawValue)" + (isFromImage ? "/image" : ""),
            version: "\(model.templateVersion).\(category.version)")
    }

    /// Joins pieces in the model's order and form; slots the model does not have are left out.
    ///
    /// - Parameter closing: Sentences for the end.
    func text(of pieces: [Piece], closing: [String] = []) -> String {
        let ordered = model.slots.flatMap { slot in
            pieces.filter { $0.slot == slot && !$0.text.isEmpty }
        }
        let sentences = model.form == .phrases ? [phrases(ordered)] : groups(ordered)
        return (sentences + closing.map(English.sentence)).filter { !$0.isEmpty }.joined(separator: " ")
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
            while let next = rest.first,
                SentenceGroup(next.slot, form: model.form).follows(run, with: next, form: model.form)
            {
                run.append(next)
                rest = rest.dropFirst()
            }
            sentences += self.sentences(of: run, SentenceGroup(first.slot, form: model.form))
        }
        return sentences.map(English.sentence)
    }

    private func sentences(of run: [Piece], _ group: SentenceGroup) -> [String] {
        let text = joined(run) { $0.slot == .text ? $0.text : English.withoutDoubledWords($0.text) }
        switch (group, model.form) {
        case (.text, _): return ["The text \(text) appears on screen"]
        case (.camera, .blocks): return ["Cinematography: \(text)"]
        case (.sound, .blocks): return ["Background sound: \(text)"]
        case (.sound, _): return ["The sound is \(text)"]
        case (.camera, .paragraph): return [ProseSentence.camera(run)]
        case (.light, .paragraph): return [ProseSentence.light(text)]
        case (.look, .paragraph): return [ProseSentence.look(run)]
        case (.camera, _):
            let others = run.filter { !ProseSentence.isMove($0.text) }
            return [joined(others) { $0.text }].filter { !$0.isEmpty }
                + run.map(\.text).filter(ProseSentence.isMove)
        case (.scene, _), (.light, _), (.look, _): return [text]
        }
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
