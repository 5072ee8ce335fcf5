import Domain
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

/// What was purged is gone from the files, not only from the answers.
@Suite(.timeLimit(.minutes(5)))
struct PurgeTests {
    @Test func `no byte of a purged prompt is left in the file or its log`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file(SQLiteStore.fileName))
        var samples = HistorySamples(seed: 90)
        let secret = "zebrasecret"
        var prompts: [Prompt] = []
        for number in 0..<20 {
            let text = number == 7 ? secret : "harmless"
            let (prompt, first) = try samples.prompt(text: text)
            try await store.create(
                prompt, first: first, words: PromptWords(version: "1", idea: [text], text: [text, "b"]),
                recording: .sample(of: first, action: .wrote, in: .standard))
            let second = samples.revision(after: first)
            let edit = Edit(
                id: Edit.ID(at: second.savedAt, random: SystemRandomSource()), prompt: prompt.id,
                revision: 2, slot: "text", kind: .replaced, author: "a", savedAt: second.savedAt,
                oldText: text, newText: "b", oldTerms: [text], newTerms: ["b"])
            try await store.append(
                second, words: PromptWords(version: "1", idea: [text], text: ["b"]), edits: [edit],
                reverting: [], recording: .sample(of: second, action: .saved, in: .standard),
                in: .standard)
            prompts.append(prompt)
        }
        func isThere() throws -> Bool {
            try ["", "-wal"].contains { suffix in
                let path = folder.file(SQLiteStore.fileName + suffix)
                guard FileManager.default.fileExists(atPath: path) else { return false }
                return try Data(contentsOf: URL(filePath: path)).range(of: Data(secret.utf8)) != nil
            }
        }
        #expect(try isThere())
        try await store.purge(prompts[7].id, recording: .of(prompts[7], .purged), in: .standard)
        #expect(try !isThere())
        try await store.checkIntegrity()
        #expect(try await store.allPrompts(after: nil, limit: 100).count == 19)
    }
}
