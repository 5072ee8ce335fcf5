import Foundation
package import Domain

/// What came of a past prompt: it moves the prompt's place among those that fit.
///
/// Use alone never lifts a prompt: each count saturates, and all together move the odds by less than a
/// step in evidence does.
package struct Outcome: Sendable, Hashable {
    /// Whether a review approved its newest revision.
    package var isApproved = false
    /// Mean rating, -1...1; nil without one.
    package var rating: Double?
    /// How often it was taken up again.
    package var reuses = 0
    /// Videos that were made of it, and those that failed.
    package var rendered = 0
    package var failed = 0
    /// Edits that stand, and those that were taken back.
    package var keptEdits = 0
    package var revertedEdits = 0
    /// The latest edits that stand, as "old → new", at most three.
    package var changes: [String] = []
    /// What people said when it was offered.
    package var feedback = FeedbackCounts()
    package var createdAt: Timestamp?

    package init() {}

    /// What a prompt says of itself: its age, and what people and the service noted beside it.
    package init(of prompt: Prompt) {
        createdAt = prompt.createdAt
        follow(prompt.marks)
    }

    /// Takes over what was noted about a prompt.
    package mutating func follow(_ marks: PromptMarks) {
        rating = marks.rating.map { (Double($0) - 3) / 2 }
        reuses = marks.uses
        rendered = marks.outcomes.contains(.rendered) ? 1 : 0
        failed = marks.outcomes.contains(.failed) ? 1 : 0
    }

    /// Takes over what is told apart from the prompt: reviews, edits and feedback.
    mutating func keepTold(_ known: Outcome) {
        (isApproved, changes, feedback) = (known.isApproved, known.changes, known.feedback)
        (keptEdits, revertedEdits) = (known.keptEdits, known.revertedEdits)
    }

    /// What speaks for it, as numbers with their sign.
    var praise: [String] {
        let good = feedback.used + feedback.edited
        let bad = feedback.rejected + feedback.notTheSame
        return (isApproved ? ["✓"] : []) + (good > bad ? ["👍 \(good)"] : [])
            + (rating.map { $0 > 0 ? ["★ \(Int((3 + 2 * $0).rounded()))"] : [] } ?? [])
            + (reuses > 0 ? ["↻ \(reuses)"] : []) + (rendered > failed ? ["▶ \(rendered)"] : [])
    }

    /// What is added to the log odds of a prompt that fits, -1.5...1.5.
    func shift(at now: Timestamp?) -> Double {
        var shift = isApproved ? 0.4 : 0
        shift += 0.3 * (rating ?? 0)
        shift += 0.1 * Self.saturated(reuses)
        shift += 0.2 * Self.balance(rendered, failed)
        shift += 0.15 * Self.balance(keptEdits, revertedEdits)
        shift += 0.6 * Self.balance(feedback.used + feedback.edited, feedback.rejected + feedback.notTheSame)
        if let createdAt, let now {
            let days = Double(max(now.milliseconds - createdAt.milliseconds, 0)) / 86_400_000
            shift += 0.1 * exp2(-days / 90)
        }
        return min(max(shift, -1.5), 1.5)
    }

    /// 0 for none, 1/2 for three, towards 1.
    private static func saturated(_ count: Int) -> Double { Double(count) / Double(count + 3) }

    /// -1...1, drawn to 0 while there is little to go by.
    private static func balance(_ good: Int, _ bad: Int) -> Double {
        Double(good - bad) / Double(good + bad + 2)
    }
}

/// How often people said what about an offered prompt.
package struct FeedbackCounts: Sendable, Hashable {
    package var used = 0
    package var edited = 0
    package var rejected = 0
    package var notTheSame = 0

    package init() {}

    package mutating func count(_ verdict: RecommendationFeedback.Verdict) {
        switch verdict {
        case .used: used += 1
        case .edited: edited += 1
        case .rejected: rejected += 1
        case .notTheSame: notTheSame += 1
        }
    }
}
