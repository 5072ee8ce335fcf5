import Diffing
import Domain
import Similarity
import Studio

/// How much less there is left to edit once the recommender has seen what a person edits.
///
/// Each simulated person asks for the prompts of many ideas, one a round. The suggestion is the writer's
/// prompt with the rules that were inferred so far; the person edits it until it is as wanted, and the edit
/// is learnt. Nobody takes part who was there when the rules' bars were chosen (``firstHeldOut``).
struct LearningBench: Sendable {
    let writing: Writing
    let people: Int
    let rounds: Int
    let shell: Shell

    /// People with lower numbers are for development.
    private static let firstHeldOut: UInt64 = 10_000
    /// Rounds at the end that count together.
    private static let last = 5
    private static let resamples = 2000

    func run() async throws {
        let drafts = try await drafts()
        var distances: [[Double]] = []
        for number in 0..<people {
            let person = SimulatedPerson(number: Self.firstHeldOut + UInt64(number))
            distances.append(try distancesByRound(of: person, drafts: drafts))
        }
        let shares = distances.map { rounds in
            (first: rounds[0], last: rounds.suffix(Self.last).reduce(0, +) / Double(Self.last))
        }
        shell.print(table(distances, interval: interval(of: shares)).text)
    }

    private func drafts() async throws -> [Draft] {
        var drafts: [Draft] = []
        for text in SampleIdeas.thousand {
            drafts.append(try await writing.writer.write(Idea(typed: text)))
        }
        return drafts
    }

    /// Characters that the person had to take out and put in, round by round.
    private func distancesByRound(of person: SimulatedPerson, drafts: [Draft]) throws -> [Double] {
        var person = person
        var memory = EditMemory()
        var distances: [Double] = []
        for round in 0..<rounds {
            guard let draft = person.pick(from: drafts) else { break }
            let rules = memory.preferences(of: .person(person.name)).filter {
                $0.category == nil || $0.category == draft.category
            }
            let suggestion = RuleApplication(scene: draft.scene).text(draft.text, following: rules)
            let wanted = person.wanted(from: draft)
            distances.append(Differ().diff(suggestion, wanted).editedCharacters)
            let now = Timestamp(milliseconds: Int64(round))
            let prompt = Prompt.ID(at: now, random: NumberedBits(number: UInt64(round)))
            // As the service sees it: a suggestion that is taken is a revision of its own.
            let edited = EditedPrompt(
                prompt: prompt, author: person.name, category: draft.category, editedAt: now,
                changes: ClauseComparison(scene: draft.scene).changes(from: draft.text, to: wanted))
            memory.observe([edited], of: prompt)
        }
        return distances
    }

    /// The 95 % interval of the share over people, by resampling them.
    private func interval(of shares: [(first: Double, last: Double)]) -> ClosedRange<Double> {
        var random = SeededBits(state: 1)
        let ratios = (0..<Self.resamples).map { _ in
            let sample = shares.indices.compactMap { _ in shares.randomElement(using: &random) }
            return sample.reduce(0) { $0 + $1.last } / max(sample.reduce(0) { $0 + $1.first }, 1)
        }.sorted()
        return ratios[Self.resamples * 25 / 1000]...ratios[Self.resamples * 975 / 1000]
    }

    private func table(_ distances: [[Double]], interval: ClosedRange<Double>) -> TextTable {
        var table = TextTable(
            "Characters left to edit, \(people) held-out people; after \(rounds) rounds "
                + "95 % interval \((100 * interval.lowerBound).text(decimals: 1))–"
                + "\((100 * interval.upperBound).text(decimals: 1)) %",
            head: ["round", "characters", "% of round 1"])
        let mean = { (rounds: Range<Int>) -> Double in
            let values = distances.flatMap { $0[rounds] }
            return values.reduce(0, +) / Double(max(values.count, 1))
        }
        let first = mean(0..<1)
        for start in [0, 1, 2, 4, 9, 19, rounds - Self.last] where start < rounds {
            let end = start == rounds - Self.last ? rounds : start + 1
            let value = mean(start..<end)
            table.add(
                end - start > 1 ? "\(start + 1)–\(end)" : "\(start + 1)", value.text(decimals: 1),
                (100 * value / max(first, 1)).text(decimals: 1))
        }
        return table
    }
}

extension Diff {
    /// Characters that are taken out and put in.
    fileprivate var editedCharacters: Double {
        Double(operations.reduce(0) { $0 + $1.old.length.graphemes + $1.new.length.graphemes })
    }
}

/// Identifiers that are the same in every run.
struct NumberedBits: RandomSource {
    let number: UInt64

    func next() -> UInt64 { number }
}
