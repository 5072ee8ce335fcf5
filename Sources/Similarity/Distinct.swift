import Domain

/// The first of each kind: near-duplicates of a better candidate are counted with it.
struct Distinct {
    private(set) var kept: [(candidate: Candidate, alike: Int)] = []

    /// From here on two prompts are one to the reader.
    private static let duplicateOverlap = 0.85

    init(_ candidates: [Candidate], limit: Int) {
        var documents: [LexicalDocument] = []
        for candidate in candidates {
            let document = LexicalDocument(candidate.entry)
            let known = kept.indices.first { index in
                kept[index].candidate.subjects == candidate.subjects
                    && documents[index].overlap(with: document) >= Self.duplicateOverlap
            }
            if let known {
                kept[known].alike += 1
            } else if kept.count < limit {
                kept.append((candidate, 0))
                documents.append(document)
            }
        }
    }
}
