package import Domain

/// Something that past prompts can be filtered by.
package enum Facet: Sendable, Hashable {
    case model(ModelName)
    case language(Language)
    case label(ReferenceName)
    case category(Category)

    var isLabel: Bool {
        switch self {
        case .label: true
        case .model, .language, .category: false
        }
    }
}
