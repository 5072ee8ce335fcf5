import Domain
import Korean

extension Explanation {
    /// The idea, its words with their senses, the scene, and what is left.
    var tree: Tree {
        var branches = sentences.enumerated().map { index, words in
            Tree(sentences.count == 1 ? "words" : "sentence \(index + 1)", words.map(\.tree))
        }
        let slots = understanding.scene.slots.map { slot in Tree(slot.name, slot.phrases.map(\.tree)) }
        branches.append(Tree(slots.isEmpty ? "scene: nothing that could be shown" : "scene", slots))
        if !understanding.translation.isEmpty {
            branches.append(Tree("translation: \(understanding.translation)"))
        }
        branches += lists
        return Tree(idea.split(whereSeparator: \.isNewline).joined(separator: " "), branches)
    }

    private var lists: [Tree] {
        let unknown = understanding.phrases.filter { $0.certainty == .notUnderstood }
            .map { "\($0.source?.text ?? "") (\($0.text))" }
        let requests = sentences.joined().filter { $0.reason == .request }.map(\.source.text)
        return [("not understood, only spelt out", unknown), ("left out as no content", requests)]
            .filter { !$0.1.isEmpty }
            .map { Tree("\($0.0): \($0.1.joined(separator: ", "))") }
    }
}

extension ExplainedWord {
    fileprivate var tree: Tree {
        let cut = morphemes.map { "\($0.surface)/\($0.tag)" }.joined(separator: " + ")
        var branches = [cut].filter { !$0.isEmpty }.map { Tree($0) }
        branches.append(Tree("why: " + why))
        if let sense { branches.append(Tree("lexicon: \(lemma) = " + sense.row)) }
        branches += alternatives.map { Tree("not: \($0.english), \($0.need)") }
        if let role { branches.append(Tree("role: " + role)) }
        if !slots.isEmpty { branches.append(Tree("slot: " + slots.joined(separator: ", "))) }
        let mark = certainty.map { $0 == .translated ? "" : "  [\($0.words)]" } ?? ""
        return Tree(source.text + (english.map { " → " + $0 } ?? "") + mark, branches)
    }

    private var why: String {
        switch reason {
        case .company: evidence.joined(separator: ", ")
        case .usual: "the usual sense; no other fits"
        case .only: "the only sense"
        case .derived: "made from a word that the lexicon holds"
        case .verbatim: "kept as written"
        case .fixed: "a word with one meaning"
        case .unknown: "not in the lexicon; spelt in Roman letters"
        case .request: "asks for the video or names it; no content"
        case .grammar: "joins or ends other words"
        }
    }
}

extension ExplainedSense {
    fileprivate var row: String {
        english + "  (\(([file] + grammar).joined(separator: "; ")))"
    }

    /// What would have to stand there, no more than a line.
    fileprivate var need: String {
        guard !condition.isEmpty else { return "the usual sense" }
        let parts = condition.split(separator: " ").map { requirement in
            let words = requirement.split(separator: "|")
            return words.prefix(3).joined(separator: "|") + (words.count > 3 ? "|…" : "")
        }
        return "which needs " + parts.joined(separator: " ")
    }
}

extension Phrase {
    fileprivate var tree: Tree {
        let place = source.map { " ← \($0.text) (bytes \($0.start)–\($0.end))" } ?? ""
        return Tree("\(text)\(place), \(certainty.words)")
    }
}

extension Certainty {
    fileprivate var words: String { self == .notUnderstood ? "not understood" : rawValue }
}
