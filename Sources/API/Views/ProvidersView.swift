import Domain

/// Who makes videos or could.
struct ProvidersView: Encodable {
    struct Provider: Encodable {
        let name: String
        let title: String
        let state: ProviderEntry.State
        let detail: String
        let models: [Model]
    }

    struct Model: Encodable {
        let model: ModelName
        let state: String
        let durations: [[Int]]
        let aspects: [String]
        let images: Int
        /// US dollars for the shortest video, at most; nil when nobody has seen a price.
        let dollars: Double?
        let priceSeen: String?
    }

    let providers: [Provider]

    init(_ entries: [ProviderEntry]) {
        providers = entries.map { entry in
            Provider(
                name: entry.name, title: entry.title, state: entry.state, detail: entry.detail,
                models: entry.models.map(Model.init))
        }
    }
}

extension ProvidersView.Model {
    fileprivate init(_ model: ProviderEntry.Model) {
        self.init(
            model: model.model, state: model.state, durations: model.durations, aspects: model.aspects,
            images: model.images, dollars: model.price?.dollars, priceSeen: model.priceSeen)
    }
}

extension ProvidersView {
    static let schema: JSONValue = [
        "type": "object", "required": ["providers"],
        "properties": ["providers": ["type": "array", "items": provider]],
    ]

    private static let provider: JSONValue = [
        "type": "object", "required": ["name", "title", "state", "detail", "models"],
        "properties": [
            "name": ["type": "string"], "title": ["type": "string"],
            "state": ["type": "string", "enum": ["ready", "degraded", "off"]],
            "detail": ["type": "string"], "models": ["type": "array", "items": model],
        ],
    ]

    private static let model: JSONValue = [
        "type": "object", "required": ["model", "state", "durations", "aspects", "images"],
        "properties": [
            "model": ["type": "string"], "state": ["type": "string"],
            "durations": [
                "type": "array", "items": ["type": "array", "items": ["type": "integer"]],
            ],
            "aspects": ["type": "array", "items": ["type": "string"]], "images": ["type": "integer"],
            "dollars": ["type": "number"], "priceSeen": ["type": "string"],
        ],
    ]
}
