import Domain
import Morphology
import Studio

/// How long the built-in writer takes for an idea, beside the dictionary alone.
///
/// One idea after the other, so that one core works at a time.
struct WriterBench: Sendable {
    let writing: Writing
    let ideas: [Idea]
    let rounds: Int
    let shell: Shell

    func run() async throws {
        guard let analyzer = writing.analyzer else { throw BenchError("Korean needs the dictionary") }
        let writer = writing.writer
        var (whole, dictionary) = ([WriterRound](), [WriterRound]())
        shell.say("\(ideas.count) ideas, \(rounds) rounds")
        // The first round warms the mapped dictionary, and is not counted.
        for round in 0...rounds {
            let morphemes = try await measure { _ = try await analyzer.morphemes(of: $0.text) }
            let drafts = try await measure { _ = try await writer.write($0) }
            guard round > 0 else { continue }
            dictionary.append(morphemes)
            whole.append(drafts)
        }
        shell.print(table(whole: whole, dictionary: dictionary).text)
    }

    private func measure(_ work: (Idea) async throws -> Void) async throws -> WriterRound {
        let clock = ContinuousClock()
        var times: [Double] = []
        let all = try await clock.measure {
            for idea in ideas {
                let start = clock.now
                do {
                    try await work(idea)
                } catch WriterError.noContent {
                    // Its time counts like that of any other answer.
                }
                times.append((clock.now - start).inMilliseconds)
            }
        }
        return WriterRound(times: times.sorted(), seconds: all.inSeconds)
    }

    private func table(whole: [WriterRound], dictionary: [WriterRound]) -> TextTable {
        var table = TextTable(
            "Ideas to prompts, one after the other, median of \(rounds) rounds of \(ideas.count) ideas",
            head: ["", "ideas/s", "p50 ms", "p99 ms", "longest ms", "times the dictionary's p50"])
        let base = dictionary.map { $0.percentile(50) }.median ?? 0
        for (name, rounds) in [("writer, idea to prompt", whole), ("dictionary alone", dictionary)] {
            let middle = rounds.map { $0.percentile(50) }.median ?? 0
            table.add(
                name, (rounds.map(\.ideasPerSecond).median ?? 0).text(), middle.text(decimals: 3),
                (rounds.map { $0.percentile(99) }.median ?? 0).text(decimals: 3),
                (rounds.map { $0.percentile(100) }.median ?? 0).text(decimals: 3),
                (middle / base).text(decimals: 1))
        }
        return table
    }
}

/// What one round over all ideas took.
struct WriterRound: Sendable {
    /// Milliseconds of each idea, the shortest first.
    let times: [Double]
    let seconds: Double

    var ideasPerSecond: Double { Double(times.count) / seconds }

    /// The time that so many percent of the ideas stay within, in milliseconds (nearest rank).
    func percentile(_ percent: Int) -> Double {
        guard !times.isEmpty else { return 0 }
        return times[max(0, (times.count * percent + 99) / 100 - 1)]
    }
}
