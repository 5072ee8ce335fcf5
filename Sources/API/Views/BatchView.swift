import Domain

/// What came of each idea of a batch, in the order of the request.
struct BatchView: Encodable {
    struct Item: Encodable {
        /// The place in the request, from 0.
        let index: Int
        /// The status that a request of its own would have got.
        let status: Int
        var prompt: PromptView?
        var problem: ProblemDocument?
    }

    private(set) var items: [Item] = []
    private(set) var written = 0
    private(set) var failed = 0

    mutating func add(_ item: Item) {
        items.append(item)
        if item.problem == nil { written += 1 } else { failed += 1 }
    }

    static let schema: JSONValue = [
        "type": "object", "required": ["items", "written", "failed"],
        "properties": [
            "items": [
                "type": "array",
                "items": [
                    "type": "object", "required": ["index", "status"],
                    "properties": [
                        "index": ["type": "integer"], "status": ["type": "integer"],
                        "prompt": PromptView.schema, "problem": Problem.schema,
                    ],
                ],
            ],
            "written": ["type": "integer"], "failed": ["type": "integer"],
        ],
    ]

    /// The kinds of body; the members of an item are the fields of `POST /v1/prompts`.
    static let bodies: [String: JSONValue] = [
        "application/json": ["type": "array", "items": ["type": ["object", "string"]]],
        "application/x-ndjson": ["type": "string"],
        "application/x-www-form-urlencoded": ["type": "object"],
        "multipart/form-data": ["type": "object"],
    ]
}
