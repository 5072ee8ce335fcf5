import Domain
import Studio

/// The fields that say what of a configuration is to change.
struct EditFields: Sendable {
    private let text = Field.text("text", in: .body, "The edited prompt, kept byte for byte.")
    private let idea = Field.text("idea", in: .body, "The idea in other words; the text stays as it is.")
    private let negative = Field.text(
        "negative", in: .body, "What the model is to leave out; left empty, there is none.")
    private let model = Field.line("model", in: .body, "Target model of the catalogue.", maximum: 64)
    private let aspect = Field<AspectRatio>.choice("aspect", in: .body, "The shape of the picture.")
    private let duration = Field.integer("duration", in: .body, "Length of the video in seconds.", 1...60)
    private let seed = Field.seed("seed", in: .body, "The seed that goes to the model.")

    var descriptions: [FieldDescription] {
        [
            text.description, idea.description, negative.description, model.description,
            aspect.description, duration.description, seed.description,
        ]
    }

    /// - Throws: ``InputError`` naming a field, `text` when there is none at all.
    func edit(of input: Input) throws -> ConfigurationEdit {
        var edit = ConfigurationEdit()
        edit.fields[.idea] = try input.value(idea)
        edit.fields[.negative] = try input.isGiven(negative.description) ? input.value(negative) ?? "" : nil
        edit.fields[.model] = try input.value(model)
        edit.fields[.aspect] = try input.value(aspect)?.rawValue
        edit.fields[.durationSeconds] = try input.value(duration).map { "\($0)" }
        edit.fields[.seed] = try input.value(seed).map { "\($0)" }
        let isTextGiven = try input.isGiven(text.description)
        if edit.fields.isEmpty || isTextGiven {
            edit.text = try input.value(text)
            guard edit.text != nil else {
                throw InputError(
                    field: "text", code: isTextGiven ? .empty : .missing, expected: "the edited prompt")
            }
        }
        return edit
    }
}

/// The fields that say who saves a revision where, and why.
enum SaveFields {
    static let note = Field.line("note", in: .body, "Why it was edited.", maximum: 500)
    static let branch = Field.name("branch", in: .body, "The branch to save on; `main` without it.")
    static let base = Field.integer(
        "base", in: .body,
        "The revision that was edited, as `If-Match` may say too; refused when it is no longer the newest.",
        1...Int.max)

    static var descriptions: [FieldDescription] {
        [note.description, ActorFields.author.description, branch.description]
    }
}
