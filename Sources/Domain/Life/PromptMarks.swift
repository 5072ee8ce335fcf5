/// What people and the service note about a prompt beside its history.
package struct PromptMarks: Sendable, Hashable, Codable {
    /// In the order of their names, each once.
    package var tags: [Tag] = []
    package var isFavourite = false
    /// 1...5; nil while nobody rated it.
    package var rating: Int?
    /// How often it was taken up again: copied, rendered, recommended and chosen.
    package var uses = 0
    package var lastUsedAt: Timestamp?
    /// What came of it, in the order of their names, each once.
    package var outcomes: [PromptOutcome] = []

    /// The ratings there are.
    package static let ratings = 1...5

    /// The most tags of one prompt.
    package static let maximumTags = 32

    package init() {}

    /// Whether somebody said that it is worth keeping.
    package var isKept: Bool { isFavourite || rating != nil || !tags.isEmpty || uses > 0 }
}

/// What came of a prompt.
package enum PromptOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// A reviewer approved one of its revisions.
    case approved
    /// No video could be made of it, not even after all attempts.
    case failed
    /// A reviewer rejected one of its revisions or wanted it changed.
    case rejected
    /// A video was made of it.
    case rendered
}

/// A change of marks; what is nil or empty stays as it is.
package struct MarksChange: Sendable, Hashable, Codable {
    package var addedTags: [Tag] = []
    package var removedTags: [Tag] = []
    package var isFavourite: Bool?
    /// The new rating; 0 takes it away.
    package var rating: Int?
    /// The moment that it was taken up again.
    package var usedAt: Timestamp?
    package var outcome: PromptOutcome?

    package init() {}

    /// The marks after the change.
    ///
    /// - Throws: ``InputError`` naming `tags` or `rating` when there are too many or it is none.
    package func applied(to marks: PromptMarks) throws(InputError) -> PromptMarks {
        var result = marks
        result.tags = Set(marks.tags).subtracting(removedTags).union(addedTags).sorted()
        guard result.tags.count <= PromptMarks.maximumTags else {
            throw InputError(
                field: "tags", code: .tooLong, expected: "at most \(PromptMarks.maximumTags) tags")
        }
        if let rating {
            guard rating == 0 || PromptMarks.ratings.contains(rating) else {
                throw InputError(field: "rating", code: .outOfRange, expected: "1 to 5, or 0 for none")
            }
            result.rating = rating == 0 ? nil : rating
        }
        result.isFavourite = isFavourite ?? marks.isFavourite
        if let usedAt {
            result.uses += 1
            result.lastUsedAt = max(usedAt, marks.lastUsedAt ?? usedAt)
        }
        if let outcome {
            result.outcomes = Set(marks.outcomes + [outcome]).sorted { $0.rawValue < $1.rawValue }
        }
        return result
    }
}
