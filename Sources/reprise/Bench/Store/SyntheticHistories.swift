import Diffing
import Domain

/// Prompts with five revisions each, as many as one wants, the same for the same number.
///
/// Words come from a vocabulary of 20,000 by Zipf's law, as words of a language do: the most frequent
/// stands in every eighth text, most stand in few.
struct SyntheticHistories: Sendable {
    static let revisionCount = 5

    private let idea: Idea
    private let draft: Draft
    private let ranks: [Double]

    /// - Parameter draft: What a writer made of an idea; texts are put in its place.
    init(idea: Idea, draft: Draft) {
        self.idea = idea
        self.draft = draft
        var sum = 0.0
        ranks = (1...20_000).map { rank in
            sum += 1 / Double(rank)
            return sum
        }
    }

    /// A word by a random number 0..<1.
    func word(_ random: Double) -> String {
        let wanted = random * ranks[ranks.count - 1]
        var (low, high) = (0, ranks.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if ranks[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return "w\(String(low, radix: 36))"
    }

    /// The nth history, a minute after the one before.
    func history(_ number: Int) -> (history: PromptHistory, words: PromptWords) {
        var random = BenchRandom(seed: UInt64(number))
        let now = Timestamp(milliseconds: 1_700_000_000_000 + Int64(number) * 60_000)
        let ideaWords = (0..<6).map { _ in word(random.fraction()) }
        var textWords = (0..<40).map { _ in word(random.fraction()) }
        let id = Prompt.ID(at: now, random: FixedBits(value: random.next()))
        var configuration = Configuration(of: idea, draft: draft)
        var revisions: [Revision] = []
        var edits: [Edit] = []
        for revision in 1...Self.revisionCount {
            let place = Int(random.next() % 40)
            let (old, new) = (textWords[place], word(random.fraction()))
            if revision > 1 { textWords[place] = new }
            configuration.text = textWords.joined(separator: " ")
            let savedAt = now.advanced(by: .milliseconds(revision - 1))
            let last = revisions.last
            revisions.append(
                Revision(
                    prompt: id, number: revision, parent: last?.number, author: "author\(number % 50)",
                    savedAt: savedAt, configuration: configuration,
                    diff: last.map { Differ().diff($0.text, configuration.text) }))
            guard revision > 1 else { continue }
            edits.append(
                Edit(
                    id: Edit.ID(at: savedAt, random: FixedBits(value: random.next())), prompt: id,
                    revision: revision, slot: "camera", kind: .replaced, author: "author\(number % 50)",
                    savedAt: savedAt, oldText: old, newText: new, oldTerms: [old], newTerms: [new]))
        }
        let draft = draft(text: revisions[0].text, category: number)
        var history = PromptHistory(
            prompt: Prompt(
                id: id, workspace: .standard, idea: idea, draft: draft, createdAt: now,
                head: Prompt.Head(of: revisions[revisions.count - 1])),
            revisions: revisions,
            branches: [
                Branch(
                    name: .main, start: 1, head: Self.revisionCount, author: "author", createdAt: now)
            ])
        history.edits = edits
        history.entries = revisions.map { revision in
            AuditEntry(
                id: AuditEntry.ID(at: revision.savedAt, random: FixedBits(value: random.next())),
                workspace: .standard, actor: Actor(name: revision.author, role: .editor), action: .saved,
                prompt: id, target: "revisions/\(revision.number)", at: revision.savedAt)
        }
        let words = PromptWords(
            version: "bench", idea: Set(ideaWords).sorted(), text: Set(textWords).sorted())
        return (history, words)
    }

    private func draft(text: String, category number: Int) -> Draft {
        var draft = draft
        draft.text = text
        draft.category = Category.allCases[number % Category.allCases.count]
        return draft
    }
}

/// Random numbers of a seed (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct BenchRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0..<1.
    mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }
}

/// The same bits each time, for identifiers that are made at different moments.
private struct FixedBits: RandomSource {
    let value: UInt64

    func next() -> UInt64 { value }
}

extension SyntheticHistories {
    /// Everything that one edit saves.
    struct Save {
        let revision: Revision
        let words: PromptWords
        let edit: Edit
        let entry: AuditEntry
    }

    /// Changes one word of a revision.
    func save(after last: Revision, number: Int) -> Save {
        var random = BenchRandom(seed: UInt64(number) &+ UInt64(last.number) << 32)
        var words = last.text.split(separator: " ").map(String.init)
        let place = Int(random.next() % UInt64(words.count))
        let (old, new) = (words[place], word(random.fraction()))
        words[place] = new
        var configuration = last.configuration
        configuration.text = words.joined(separator: " ")
        let now = last.savedAt.advanced(by: .milliseconds(1))
        let revision = Revision(
            prompt: last.prompt, number: last.number + 1, parent: last.number, author: "author",
            savedAt: now, configuration: configuration,
            diff: Differ().diff(last.text, configuration.text))
        let edit = Edit(
            id: Edit.ID(at: now, random: SystemRandomSource()), prompt: last.prompt,
            revision: revision.number, slot: "camera", kind: .replaced, author: "author", savedAt: now,
            oldText: old, newText: new, oldTerms: [old], newTerms: [new])
        let entry = AuditEntry(
            id: AuditEntry.ID(at: now, random: SystemRandomSource()), workspace: .standard,
            actor: Actor(name: "author", role: .editor), action: .saved, prompt: last.prompt,
            target: "revisions/\(revision.number)", at: now)
        return Save(
            revision: revision,
            words: PromptWords(version: "bench", idea: ["w0"], text: Set(words).sorted()), edit: edit,
            entry: entry)
    }
}
