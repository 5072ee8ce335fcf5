import Domain
import Studio

/// The fields that say which past prompts may be offered.
struct RecommendationFilters: Sendable {
    private let model = Field.line("model", in: .query, "Only prompts for this model.", maximum: 64)
    private let language = Field<Language>.choice(
        "language", in: .query, "Only prompts whose idea is in this language.")
    private let category = Field<Category>.choice("category", in: .query, "Only prompts of this kind.")
    private let label = Field.name("label", in: .query, "Only prompts that carry this label.")

    var descriptions: [FieldDescription] {
        [model.description, language.description, category.description, label.description]
    }

    func facets(of input: Input) throws -> RecommendationFacets {
        RecommendationFacets(
            model: try input.value(model).map(ModelName.init(rawValue:)),
            language: try input.value(language), category: try input.value(category),
            label: try input.value(label))
    }
}
