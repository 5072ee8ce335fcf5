import Domain

/// Which prompts have what they can be filtered by.
struct FacetIndex: Sendable {
    private var prompts: [Facet: Set<Prompt.ID>] = [:]

    mutating func replace(_ old: Set<Facet>, by new: Set<Facet>, of prompt: Prompt.ID) {
        for facet in old.subtracting(new) {
            prompts[facet]?.remove(prompt)
            if prompts[facet]?.isEmpty == true { prompts[facet] = nil }
        }
        for facet in new.subtracting(old) { prompts[facet, default: []].insert(prompt) }
    }

    /// The prompts that have all of these; nil when nothing is asked.
    func prompts(with facets: Set<Facet>) -> Set<Prompt.ID>? {
        let sets = facets.map { prompts[$0] ?? [] }.sorted { $0.count < $1.count }
        guard let smallest = sets.first else { return nil }
        return sets.dropFirst().reduce(smallest) { $0.intersection($1) }
    }
}
