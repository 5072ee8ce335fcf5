import Domain
import Similarity
import Studio

/// How an idea stands to another one, as clients see it.
struct CacheMatchView: Encodable {
    let idea: String
    let prompt: Prompt.ID
    let score: Double
    let decision: MeaningVerdict.Decision
    let split: Bool
    let guards: [GuardVerdict]

    init(_ match: CacheMatch) {
        idea = match.idea
        prompt = match.prompt
        score = match.score
        decision = match.verdict.decision
        split = match.isSplit
        guards = match.verdict.guards
    }

    static let schema = Schemas.object([
        "idea": Schemas.text, "prompt": Schemas.text, "score": ["type": "number"],
        "decision": Schemas.words(MeaningVerdict.Decision.allCases.map(\.rawValue)), "split": Schemas.flag,
        "guards": Schemas.list(
            of: Schemas.object([
                "guard": Schemas.words(Guard.allCases.map(\.rawValue)), "passes": Schemas.flag,
                "onlyFirst": Schemas.list(of: Schemas.text), "onlySecond": Schemas.list(of: Schemas.text),
            ])),
    ])
}

/// What there is to say of the cache, as clients see it.
struct CacheReportView: Encodable {
    let memory: CacheStatistics
    /// The level that instances share; absent without one.
    let shared: CacheStatistics?
    let splits: Int
    let parts: [PartStatus]

    init(_ report: CacheReport, parts: [PartStatus]) {
        (memory, shared, splits) = (report.memory, report.shared, report.splits)
        self.parts = parts
    }

    static let schema = Schemas.object(
        [
            "memory": statistics, "shared": statistics, "splits": Schemas.number,
            "parts": Schemas.list(of: Schemas.anything),
        ], optional: ["shared"])

    private static let statistics = Schemas.object([
        "hits": Schemas.number, "misses": Schemas.number, "evictions": Schemas.number,
        "expirations": Schemas.number, "unreadable": Schemas.number, "failures": Schemas.number,
        "entries": Schemas.number, "bytes": Schemas.number,
    ])
}

/// How the cache sees an idea, as clients see it.
struct CacheExplanationView: Encodable {
    let normalised: String
    /// The meaning in its one form; absent when the idea cannot be read.
    let meaning: String?
    let styles: [String]
    let hit: Bool
    let candidates: [CacheMatchView]

    init(_ explanation: CacheExplanation) {
        normalised = explanation.normalised
        meaning = explanation.meaning?.text
        styles = explanation.meaning?.styles ?? []
        hit = explanation.isHit
        candidates = explanation.candidates.map { CacheMatchView($0) }
    }

    static let schema = Schemas.object(
        [
            "normalised": Schemas.text, "meaning": Schemas.text, "styles": Schemas.list(of: Schemas.text),
            "hit": Schemas.flag, "candidates": Schemas.list(of: CacheMatchView.schema),
        ], optional: ["meaning"])
}
