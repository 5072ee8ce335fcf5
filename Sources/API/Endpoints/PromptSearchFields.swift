import Domain
import Studio

/// The fields that say which prompts are looked for.
struct PromptSearchFields: Sendable {
    private let text = Field.line(
        "q", in: .query, "Words of the idea or the prompt, in Korean or English; at most 8.", maximum: 400)
    private let category = Field<Category>.choice("category", in: .query, "What the prompt is about.")
    private let model = Field.line("model", in: .query, "The target model.", maximum: 64)
    private let label = Field.name("label", in: .query, "A label on one of its revisions.")
    private let tags = Field.lines(
        "tag", in: .query, "Tags that it all has, separated by commas.", count: 8, maximum: 64)
    private let author = Field.line("author", in: .query, "Who saved one of its revisions.", maximum: 100)
    private let outcome = Field<PromptOutcome>.choice("outcome", in: .query, "What came of it.")
    private let favourite = Field.flag("favourite", in: .query, "Whether it is a favourite.")
    private let rating = Field.integer("rating", in: .query, "At least this rating.", PromptMarks.ratings)
    private let since = Field.time("since", in: .query, "Made at this moment or later.")
    private let until = Field.time("until", in: .query, "Made before this moment.")

    var descriptions: [FieldDescription] {
        [
            text.description, category.description, model.description, label.description,
            tags.description, author.description, outcome.description, favourite.description,
            rating.description, since.description, until.description,
        ]
    }

    /// What is looked for; nil when nothing is.
    func search(of input: Input) throws -> PromptSearch? {
        var search = PromptSearch()
        search.text = try input.value(text)
        search.query.category = try input.value(category)
        search.query.model = try input.value(model).map(ModelName.init)
        search.query.label = try input.value(label)
        search.query.tags = try (input.value(tags) ?? []).map { text throws(InputError) in
            try Tag(typed: text, field: "tag")
        }
        search.query.author = try input.value(author)
        search.query.outcome = try input.value(outcome)
        search.query.isFavourite = try input.value(favourite)
        search.query.minimumRating = try input.value(rating)
        search.query.since = try input.value(since)
        search.query.until = try input.value(until)
        return search == PromptSearch() ? nil : search
    }
}
