import Domain
import Similarity
import Studio

/// A past prompt as it is offered to clients.
struct RecommendationView: Encodable {
    struct Reason: Encodable {
        let kind: Recommendation.Reason.Kind
        let words: [String]
        let sentence: String
    }

    let prompt: Prompt.ID
    let revision: Int
    let idea: String
    let text: String
    let score: Double
    let reasons: [Reason]
    /// How many near-duplicates it stands for besides itself.
    let alike: Int

    init(_ recommendation: Recommendation, language: AnswerLanguage) {
        prompt = recommendation.prompt
        revision = recommendation.revision
        idea = recommendation.idea
        text = recommendation.text
        score = recommendation.score
        alike = recommendation.alike
        reasons = recommendation.reasons.map {
            Reason(kind: $0.kind, words: $0.words, sentence: $0.sentence(in: language.language))
        }
    }
}

/// What the recommender has to say, as clients see it.
struct RecommendationsView: Encodable {
    let recommendations: [RecommendationView]
    let abstained: Bool
    let why: String?
    /// Edits that fit the draft; nil when none was named.
    let edits: [SuggestedEditView]?

    init(_ answer: RecommendationAnswer, edits: [SuggestedEdit]?, language: AnswerLanguage) {
        recommendations = answer.items.map { RecommendationView($0, language: language) }
        abstained = answer.why != nil
        why = answer.why?.sentence
        self.edits = edits?.map { SuggestedEditView($0, language: language) }
    }
}

extension AnswerLanguage {
    /// The same language in the words of the trade.
    var language: Language {
        switch self {
        case .english: .english
        case .korean: .korean
        }
    }
}
