import Domain
import Similarity
import Synchronization

/// What people said of prompts that were offered; everything counts once, by whichever way it is heard.
///
/// An instance hears its own feedback when it is given, and again from the store that instances share.
final class FeedbackBook: Sendable {
    private struct Pages {
        var heard: Set<RecommendationFeedback.ID> = []
        var counts: [Prompt.ID: FeedbackCounts] = [:]
        /// The last word about each prompt, and all that keep a prompt from an idea.
        var told: [Prompt.ID: RecommendationFeedback] = [:]
        var barring: [RecommendationFeedback] = []
    }

    private let pages = Mutex(Pages())

    /// Takes a feedback in.
    ///
    /// - Returns: What was said of its prompt so far; nil when it was heard before.
    func hear(_ feedback: RecommendationFeedback) -> FeedbackCounts? {
        pages.withLock { pages in
            guard pages.heard.insert(feedback.id).inserted else { return nil }
            pages.counts[feedback.prompt, default: FeedbackCounts()].count(feedback.verdict)
            pages.told[feedback.prompt] = feedback
            if feedback.verdict == .notTheSame { pages.barring.append(feedback) }
            return pages.counts[feedback.prompt]
        }
    }

    /// One feedback for each prompt, and each that keeps a prompt from an idea, with what was said in all.
    var all: [(feedback: RecommendationFeedback, counts: FeedbackCounts)] {
        pages.withLock { pages in
            (Array(pages.told.values) + pages.barring).map {
                ($0, pages.counts[$0.prompt] ?? FeedbackCounts())
            }
        }
    }
}
