import Domain

/// A request for every operation that works as it stands; a test sends each of them.
enum Examples {
    /// What identifiers look like; the test puts real ones in their place.
    static let prompt = "01K2ZC5XQ0P1R0MPT000000000"
    static let otherPrompt = "01K2ZC5XQ0P1R0MPT000000001"
    static let review = "01K2ZC5XQ0REV1EW0000000000"
    static let comment = "01K2ZC5XQ0C0MMENT000000000"
    static let video = "01K2ZC5XQ0V1DE000000000000"

    /// The value of a parameter, such as a part of the path; nil for one that may be left out.
    static func parameter(_ name: String, of endpoint: Endpoint) -> String? {
        if let value = queries[endpoint.name]?[name] { return value }
        switch name {
        case "id":
            if endpoint.pattern.hasPrefix("/v1/reviews") { return review }
            return endpoint.pattern.hasPrefix("/v1/videos") ? video : prompt
        case "comment": return comment
        case "label": return "production"
        case "n": return "1"
        case "name" where endpoint.pattern.hasPrefix("/assets"): return "style.css"
        case "part": return "lexicon"
        case "rule": return "0123456789abcdef"
        default: return nil
        }
    }

    /// The body of an operation in one kind of media; nil when it needs none.
    static func body(of endpoint: Endpoint, as mediaType: String) -> JSONValue? {
        if let own = bodies[endpoint.name]?[mediaType] { return own }
        guard let fields = forms[endpoint.name] else { return nil }
        return .object(fields.mapValues(JSONValue.string))
    }

    private static let queries: [String: [String: String]] = [
        "explainCache": ["idea": "a puppy in the park"], "forgetIdea": ["idea": "a puppy in the park"],
        "recommend": ["idea": "강아지가 달리는 영상", "limit": "3"],
        "compareRevisions": ["from": "1", "to": "main"], "listPrompts": ["limit": "2"],
        "searchEdits": ["limit": "2"],
    ]

    private static let forms: [String: [String: String]] = [
        "writePrompt": ["idea": "귀여운 강아지가 뛰노는 밝은 영상", "style": "cinematic", "duration": "8"],
        "writePrompts": ["idea": "a red car in the rain", "style": "film"],
        "writeVariations": ["idea": "눈 내리는 산타마을", "count": "3"],
        "lintPrompt": ["text": "A street without cars for 8 seconds.", "model": "wan-2.2"],
        "markPrompt": ["add-tags": "snow", "favourite": "true", "rating": "4"],
        "usePrompt": ["author": "Jin"],
        "saveRevision": ["text": "A puppy leaps through a park at dusk.", "note": "dusk"],
        "restoreRevision": ["note": "the first was better"],
        "replayEdit": ["prompt": otherPrompt, "revision": "2", "partial": "true"],
        "compareTexts": ["old": "a red car", "new": "a blue car"],
        "startBranch": ["name": "night", "from": "1"], "mergeRevisions": ["from": "1"],
        "openReview": ["title": "Dusk or dawn?", "from": "1", "to": "2"],
        "commentOnReview": ["text": "Less fog, please."], "replyToComment": ["text": "Done."],
        "decideReview": ["verdict": "approve", "reason": "It reads well.", "author": "Mina"],
        "moveLabel": ["revision": "1"], "setLabelRule": ["protected": "false", "approvals": "0"],
        "splitIdeas": ["idea": "the pup in a park", "prompt": prompt],
        "giveFeedback": ["verdict": "used", "idea": "강아지가 달리는 영상"],
        "decidePreference": ["on": "false"],
        "renderVideo": ["prompt": prompt, "duration": "2", "width": "320", "height": "180"],
    ]

    private static let bodies: [String: [String: JSONValue]] = [
        "writePrompts": [
            "application/json": [["idea": "a red car in the rain", "model": "veo-3.1"], "a cat"],
            "application/x-ndjson": .string("{\"idea\":\"a red car in the rain\"}\n\"a cat\"\n"),
        ],
        "streamPrompts": [
            "application/x-ndjson": .string("{\"idea\":\"a red car in the rain\"}\n\"a cat\"\n")
        ],
    ]
}
