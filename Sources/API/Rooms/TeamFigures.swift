import Domain
import Studio

/// What a team's recent work comes to in numbers.
struct TeamFigures: Sendable {
    /// How many prompts and videos are looked at, the newest.
    static let window = 500

    let prompts: [Prompt]
    let jobs: [VideoJob]
    /// What people changed again and again.
    let rules: [EditRule]
    let cache: CacheReport

    /// Prompts by the day they were made, the newest day last; at most 14 days that have any.
    var byDay: [(day: String, count: Int)] {
        let days = Dictionary(grouping: prompts) { String($0.createdAt.description.prefix(10)) }
        return days.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }.suffix(14)
    }

    var outcomes: [(outcome: PromptOutcome, count: Int)] {
        PromptOutcome.allCases.map { outcome in
            (outcome, prompts.count { $0.marks.outcomes.contains(outcome) })
        }
    }

    /// Share of prompts that a reviewer approved, 0...1; nil without any of the kind.
    ///
    /// - Parameter isEdited: Whether those are meant that somebody edited, or the others.
    func approvedShare(isEdited: Bool) -> Double? {
        let kind = prompts.filter { ($0.head.number > 1) == isEdited }
        guard !kind.isEmpty else { return nil }
        return Double(kind.count { $0.marks.outcomes.contains(.approved) }) / Double(kind.count)
    }

    /// Median seconds from asking for a video to having it, by provider, with how many it had.
    var secondsByProvider: [(provider: String, seconds: Double, count: Int)] {
        let finished = jobs.filter { $0.state == .succeeded }
        return Dictionary(grouping: finished, by: \.provider).map { provider, jobs in
            let seconds = jobs.map { $0.createdAt.duration(to: $0.updatedAt) / .seconds(1) }.sorted()
            return (provider, seconds[seconds.count / 2], jobs.count)
        }.sorted { $0.0 < $1.0 }
    }

    /// Videos that a substitute stands in for.
    var substitutes: Int { jobs.count { $0.result?.isSubstitute == true } }
}
