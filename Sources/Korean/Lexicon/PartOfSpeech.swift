/// The sections of a lexicon file.
enum PartOfSpeech: String, Sendable {
    case noun, name, verb, adjective, adverb, determiner, counter, relation, postposition, irregular

    /// What a row's grammar lacks; nil when nothing.
    func complaint(about grammar: Grammar) -> String? {
        switch self {
        case .noun, .name:
            guard grammar["kind"].flatMap(NounKind.init) == nil else { return nil }
            return "expected kind= with one of \(NounKind.allCases.map(\.rawValue))"
        case .adjective:
            guard grammar["order"].flatMap(AdjectiveOrder.init) != nil else {
                return "expected order= with one of \(AdjectiveOrder.allCases.map(\.rawValue))"
            }
            return slotComplaint(about: grammar)
        case .verb: return slotComplaint(about: grammar)
        default: return nil
        }
    }

    private func slotComplaint(about grammar: Grammar) -> String? {
        guard let slot = grammar["slot"], Slot(rawValue: slot) == nil else { return nil }
        return "unknown slot \(slot)"
    }
}
