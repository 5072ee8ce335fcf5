import Domain
import Studio

/// JSON Schemas of the views; a test holds them against what the views write.
enum Schemas {
    static let text: JSONValue = ["type": "string"]
    static let number: JSONValue = ["type": "integer"]
    static let flag: JSONValue = ["type": "boolean"]
    static let time: JSONValue = ["type": "string", "format": "date-time"]
    static let links: JSONValue = ["type": "object", "additionalProperties": ["type": "string"]]
    static let anything: JSONValue = ["type": "object"]

    static func list(of item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

    /// An object with a list of this name.
    static func list(_ name: String, of item: JSONValue) -> JSONValue { object([name: list(of: item)]) }

    static func words(_ values: [String]) -> JSONValue {
        ["type": "string", "enum": .array(values.map(JSONValue.string))]
    }

    /// An object whose members are all named here.
    static func object(_ members: [String: JSONValue], optional: Set<String> = []) -> JSONValue {
        [
            "type": "object", "properties": .object(members),
            "required": .array(members.keys.filter { !optional.contains($0) }.sorted().map(JSONValue.string)),
        ]
    }
}

extension PromptView {
    static let schema = Schemas.object(
        [
            "id": Schemas.text, "idea": Schemas.text, "text": Schemas.text, "revision": Schemas.number,
            "translation": Schemas.text, "negative": Schemas.text, "model": Schemas.text,
            "parameters": Schemas.object([
                "aspect": Schemas.words(AspectRatio.allCases.map(\.rawValue)),
                "durationSeconds": Schemas.number, "seed": Schemas.number,
            ]),
            "category": Schemas.words(Category.allCases.map(\.rawValue)), "scene": Schemas.anything,
            "phrases": Schemas.list(of: Schemas.anything), "translated": Schemas.list(of: word),
            "inferred": Schemas.list(of: word), "notUnderstood": Schemas.list(of: word),
            "enrichment": Schemas.list(of: Schemas.text),
            "borrowed": Schemas.list(
                of: Schemas.object(["slot": Schemas.text, "text": Schemas.text, "prompt": Schemas.text])),
            "warnings": Schemas.list(
                of: Schemas.object(
                    ["rule": Schemas.text, "message": Schemas.text, "fix": Schemas.text], optional: ["fix"])),
            "versions": Schemas.object(["writer": version, "template": version, "lexicon": version]),
            "cache": Schemas.words(CacheVerdict.allCases.map(\.rawValue)),
            "match": CacheMatchView.schema,
            "similar": Schemas.list(of: RecommendationView.schema), "marks": PromptMarks.schema,
            "createdAt": Schemas.time, "savedAt": Schemas.time, "links": Schemas.links,
        ], optional: ["negative", "borrowed", "cache", "match", "similar"])

    private static let word = Schemas.object(
        ["source": Schemas.text, "english": Schemas.text], optional: ["source"])
    private static let version = Schemas.object(["name": Schemas.text, "version": Schemas.text])
}

extension PromptSummary {
    static let schema = Schemas.object([
        "id": Schemas.text, "idea": Schemas.text, "text": Schemas.text, "revision": Schemas.number,
        "model": Schemas.text, "category": Schemas.words(Category.allCases.map(\.rawValue)),
        "marks": PromptMarks.schema, "createdAt": Schemas.time, "savedAt": Schemas.time,
        "links": Schemas.links,
    ])
}

extension RevisionView {
    static let schema = Schemas.object(
        [
            "prompt": Schemas.text, "number": Schemas.number, "parent": Schemas.number,
            "author": Schemas.text, "note": Schemas.text, "savedAt": Schemas.time, "text": Schemas.text,
            "mergedFrom": Schemas.number, "branch": Schemas.text, "idea": Schemas.text,
            "negative": Schemas.text, "model": Schemas.text, "parameters": Schemas.anything,
            "changes": Schemas.list(of: FieldChangeView.schema), "diff": diffSchema, "replayed": Schemas.flag,
            "unchanged": Schemas.flag, "links": Schemas.links,
        ], optional: ["parent", "mergedFrom", "note", "negative", "diff", "replayed", "unchanged"])

    /// Described whole in `docs/diff.schema.json`.
    static let diffSchema = Schemas.object(
        [
            "format": Schemas.number, "oldLength": extent, "newLength": extent, "isCoarse": Schemas.flag,
            "operations": Schemas.list(
                of: Schemas.object([
                    "kind": Schemas.words(Diff.Operation.Kind.allCases.map(\.rawValue)), "old": span,
                    "new": span,
                    "oldText": Schemas.text, "newText": Schemas.text,
                ])),
            "moves": Schemas.list(
                of: Schemas.object(["old": span, "new": span, "text": Schemas.text])),
        ], optional: ["moves"])

    private static let extent = Schemas.object([
        "utf8": Schemas.number, "utf16": Schemas.number, "graphemes": Schemas.number,
    ])
    private static let span = Schemas.object(["start": extent, "length": extent])
}

extension RecommendationView {
    static let schema = Schemas.object([
        "prompt": Schemas.text, "revision": Schemas.number, "idea": Schemas.text, "text": Schemas.text,
        "score": ["type": "number", "minimum": 0, "maximum": 1],
        "reasons": Schemas.list(
            of: Schemas.object([
                "kind": Schemas.words(Recommendation.Reason.Kind.allCases.map(\.rawValue)),
                "words": Schemas.list(of: Schemas.text), "sentence": Schemas.text,
            ])), "alike": Schemas.number,
    ])
}

extension RecommendationsView {
    static let schema = Schemas.object(
        [
            "recommendations": Schemas.list(of: RecommendationView.schema), "abstained": Schemas.flag,
            "why": Schemas.text, "edits": Schemas.list(of: SuggestedEditView.schema),
        ], optional: ["why", "edits"])
}

extension VideoView {
    static let schema = Schemas.object(
        [
            "id": Schemas.text, "prompt": Schemas.text, "revision": Schemas.number, "idea": Schemas.text,
            "text": Schemas.text, "model": Schemas.text,
            "format": Schemas.object([
                "width": Schemas.number, "height": Schemas.number, "framesPerSecond": Schemas.number,
                "durationSeconds": Schemas.number,
            ]),
            "state": Schemas.words(VideoJob.State.allCases.map(\.rawValue)), "isFinal": Schemas.flag,
            "progress": ["type": "number", "minimum": 0, "maximum": 1],
            "provider": Schemas.text,
            "priority": Schemas.words(VideoJob.Priority.allCases.map(\.rawValue)),
            "round": Schemas.number, "event": Schemas.number, "remainingSeconds": ["type": "number"],
            "attempts": Schemas.list(of: Schemas.anything),
            "failure": Schemas.object([
                "reason": Schemas.words(ProviderError.Code.allCases.map(\.rawValue)),
                "message": Schemas.text, "status": Schemas.number,
            ]),
            "replacedAt": Schemas.time, "expiredAt": Schemas.time,
            "webhook": Schemas.object(
                [
                    "url": Schemas.text,
                    "state": Schemas.words(VideoJob.Webhook.State.allCases.map(\.rawValue)),
                    "attempts": Schemas.number, "failure": Schemas.text,
                ], optional: ["failure"]),
            "isSubstitute": Schemas.flag, "estimatedDollars": ["type": "number"],
            "chargedDollars": ["type": "number"], "actualPrompt": Schemas.text,
            "bytes": Schemas.number, "digest": Schemas.text,
            "content": Schemas.text, "thumbnail": Schemas.text, "contactSheet": Schemas.text,
            "createdAt": Schemas.time,
            "updatedAt": Schemas.time, "links": Schemas.links,
        ],
        optional: [
            "failure", "isSubstitute", "bytes", "digest", "content", "thumbnail", "contactSheet",
            "remainingSeconds", "replacedAt", "expiredAt", "webhook", "estimatedDollars", "chargedDollars",
            "actualPrompt",
        ])
}

extension ReadinessView {
    static let schema: JSONValue = {
        let state = Schemas.words(PartStatus.State.allCases.map(\.rawValue))
        return Schemas.object([
            "status": state,
            "parts": Schemas.list(
                of: Schemas.object(["name": Schemas.text, "state": state, "detail": Schemas.text])),
        ])
    }()
}

extension Page {
    /// The schema of a page of a list of this name.
    static func schema(_ name: String, of item: JSONValue) -> JSONValue {
        Schemas.object([name: Schemas.list(of: item), "next": Schemas.text], optional: ["next"])
    }
}
