import Domain
import Studio

/// What a request for a video would do.
struct VideoPlanView: Encodable {
    let provider: String
    let model: ModelName
    let text: String
    let durationSeconds: Int
    /// What it would cost, in US dollars; nil when it costs nothing or nobody can say.
    let estimatedDollars: Double?
    let detail: String

    init(_ plan: VideoPlan) {
        (provider, model, text) = (plan.provider, plan.request.model, plan.request.text)
        durationSeconds = plan.request.format.durationSeconds
        if case .about(let amount) = plan.cost {
            estimatedDollars = amount.dollars
        } else {
            estimatedDollars = nil
        }
        detail = plan.cost.sentence
    }

    static let schema: JSONValue = [
        "type": "object", "required": ["provider", "model", "text", "durationSeconds", "detail"],
        "properties": [
            "provider": ["type": "string"], "model": ["type": "string"], "text": ["type": "string"],
            "durationSeconds": ["type": "integer"], "estimatedDollars": ["type": "number"],
            "detail": ["type": "string"],
        ],
    ]
}
