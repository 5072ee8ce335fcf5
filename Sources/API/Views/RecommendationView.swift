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

    init(_ recommendation: Recommendation, language: AnswerLanguage) {
        prompt = recommendation.prompt
        revision = recommendation.revision
        idea = recommendation.idea
        text = recommendation.text
        score = recommendation.score
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

    init(_ answer: RecommendationAnswer, language: AnswerLanguage) {
        recommendations = answer.items.map { RecommendationView($0, language: language) }
        abstained = answer.why != nil
        why = answer.why?.sentence
    }
}

extension AnswerLanguage {
    /// The same language in the words of the trade.
    fileprivate var language: Language {
        switch self {
        case .english: .english
        case .korean: .korean
        }
    }
}
