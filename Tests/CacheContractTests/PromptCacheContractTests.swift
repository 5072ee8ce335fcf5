import Domain
import TestSupport
import Testing

/// What every `PromptCache` promises, wherever it keeps its prompts.
@Suite(.timeLimit(.minutes(5)))
struct PromptCacheContractTests {
    private let hour = Duration.seconds(3600)

    @Test(
        arguments: Backend.allCases,
        ["", "고양이 👩‍👩‍👧 e\u{301}", "\u{1112}\u{1161}\u{11AB}", "a\u{0}b\r\n"] as [VisibleText])
    func `a prompt comes back byte for byte`(backend: Backend, sample: VisibleText) async throws {
        let text = sample.text
        let cache = try await backend.makeEmptyCache()
        var samples = HistorySamples(seed: 70)
        let (key, written) = (try CacheKey.sample(), try samples.cached(text: text))
        #expect(await cache.prompt(for: key) == nil)
        await cache.store(written, for: key, lifetime: hour)
        let found = try #require(await cache.prompt(for: key))
        #expect(found == written)
        #expect(Array(found.prompt.draft.text.utf8) == Array(text.utf8))
    }

    @Test(arguments: Backend.allCases)
    func `the newer prompt of a key wins`(backend: Backend) async throws {
        let cache = try await backend.makeEmptyCache()
        var samples = HistorySamples(seed: 71)
        let key = try CacheKey.sample()
        for text in ["old", "new"] {
            await cache.store(try samples.cached(text: text), for: key, lifetime: hour)
        }
        #expect(await cache.prompt(for: key)?.prompt.draft.text == "new")
    }

    /// Keys of which each differs from the first in one thing only.
    private static func differentKeys() throws -> [CacheKey] {
        func hints(_ change: (inout Hints) -> Void) -> Hints {
            var hints = Hints()
            change(&hints)
            return hints
        }
        return [
            try .sample("é"), try .sample("e\u{301}"), try .sample("é "), try .sample("É"),
            try .sample("é", workspace: "other"), try .sample("é", workspace: "default\u{0}"),
            try .sample("é", language: .korean), try .sample("é", hints: hints { $0.seed = 1 }),
            try .sample("é", hints: hints { $0.enriches = false }),
            try .sample("é", hints: hints { $0.isFromImage = true }),
            try .sample("é", hints: hints { $0.variation = 1 }),
            try .sample("é", hints: hints { $0.styles = ["a", "b"] }),
            try .sample("é", hints: hints { $0.styles = ["b", "a"] }),
            try .sample("é", hints: hints { $0.styles = ["ab"] }),
            try .sample("é", hints: hints { $0.mood = "" }),
            try .sample("é", hints: hints { $0.mood = "é" }),
            try .sample("é", hints: hints { $0.mood = "e\u{301}" }),
            try .sample("é", hints: hints { $0.aspect = .tall }),
            try .sample("é", hints: hints { $0.durationSeconds = 5 }),
            try .sample("é", hints: hints { $0.model = ModelName(rawValue: "wan-2.2") }),
            try .sample("é", versions: [Version(name: "writer", version: "2")]),
            try .sample("é", versions: []),
        ]
    }

    @Test(arguments: Backend.allCases)
    func `two keys share a prompt only when every byte of them is the same`(backend: Backend) async throws {
        let cache = try await backend.makeEmptyCache()
        var samples = HistorySamples(seed: 72)
        let keys = try Self.differentKeys()
        for (number, key) in keys.enumerated() {
            await cache.store(try samples.cached(text: "\(number)"), for: key, lifetime: hour)
        }
        for (number, key) in try Self.differentKeys().enumerated() {
            #expect(await cache.prompt(for: key)?.prompt.draft.text == "\(number)")
        }
    }

    @Test(arguments: Backend.allCases)
    func `forgetting a workspace leaves the others`(backend: Backend) async throws {
        let cache = try await backend.makeEmptyCache()
        var samples = HistorySamples(seed: 73)
        let names = ["a", "ab", "é", "e\u{301}", "*", "a*"]
        for name in names {
            for idea in ["one", "two"] {
                let key = try CacheKey.sample(idea, workspace: name)
                await cache.store(try samples.cached(text: idea), for: key, lifetime: hour)
            }
        }
        for forgotten in ["e\u{301}", "*", "a"] {
            await cache.invalidate(.workspace(Workspace(rawValue: forgotten)))
        }
        for name in names {
            for idea in ["one", "two"] {
                let isThere = await cache.prompt(for: try .sample(idea, workspace: name)) != nil
                let isKept = !["e\u{301}", "*", "a"].contains { $0.utf8.elementsEqual(name.utf8) }
                #expect(isThere == isKept, "\(idea) of \(Array(name.utf8))")
            }
        }
    }

    @Test(arguments: Backend.allCases, [Duration.zero, .seconds(-1)])
    func `a prompt without a lifetime is not kept`(backend: Backend, lifetime: Duration) async throws {
        let cache = try await backend.makeEmptyCache()
        var samples = HistorySamples(seed: 74)
        await cache.store(try samples.cached(text: "gone"), for: try .sample(), lifetime: lifetime)
        #expect(await cache.prompt(for: try .sample()) == nil)
    }

    @Test(arguments: Backend.allCases)
    func `many tasks at the same time read what they stored`(backend: Backend) async throws {
        let cache = try await backend.makeEmptyCache()
        let pairs = try (0..<100).map { number in
            var samples = HistorySamples(seed: UInt64(number))
            return (try CacheKey.sample("idea \(number)"), try samples.cached(text: "\(number)"))
        }
        await withTaskGroup(of: Void.self) { group in
            for (key, written) in pairs {
                group.addTask { [hour] in
                    await cache.store(written, for: key, lifetime: hour)
                    #expect(await cache.prompt(for: key) == written)
                }
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `a prompt is fresh for its lifetime and kept for its grace`(backend: Backend) async throws {
        let cache = try await backend.makeEmptyCache()
        var samples = HistorySamples(seed: 76)
        let key = try CacheKey.sample()
        await cache.store(try samples.cached(text: "text"), for: key, lifetime: hour, grace: hour)
        let answer = try #require(await cache.answer(for: key))
        #expect(answer.freshFor <= hour && answer.freshFor > hour - .seconds(60))
        #expect(answer.keptFor <= hour * 2 && answer.keptFor > hour * 2 - .seconds(60))
    }

    @Test(arguments: Backend.allCases)
    func `forgetting a key, a part or everything leaves the rest`(backend: Backend) async throws {
        let cache = try await backend.makeEmptyCache()
        var samples = HistorySamples(seed: 77)
        let keys = try [
            CacheKey.sample("one"), .sample("two"),
            .sample("three", versions: [Version(name: "lexicon", version: "1")]),
        ]
        for key in keys { await cache.store(try samples.cached(text: "text"), for: key, lifetime: hour) }
        func held() async -> [Bool] {
            var held: [Bool] = []
            for key in keys { held.append(await cache.prompt(for: key) != nil) }
            return held
        }
        #expect(await held() == [true, true, true])
        await cache.remove(keys[0])
        #expect(await held() == [false, true, true])
        await cache.invalidate(.part(name: "lexicon"))
        #expect(await held() == [false, true, false])
        await cache.invalidate(.everything)
        #expect(await held() == [false, false, false])
        await cache.store(try samples.cached(text: "text"), for: keys[0], lifetime: hour)
        #expect(await held() == [true, false, false])
    }

    /// Random keys and scopes: what one workspace stores, no other ever gets.
    @Test(arguments: Backend.allCases, UInt64(0)..<4)
    func `nothing crosses a workspace`(backend: Backend, seed: UInt64) async throws {
        let cache = try await backend.makeEmptyCache()
        var random = SplitMix64(seed: seed)
        var samples = HistorySamples(seed: seed)
        let workspaces = ["", "a", "ab", "a:b", "e\u{301}", "é", "all", "w:a"]
        let ideas = ["a", "b", "ab", "w:a"]
        for _ in 0..<200 {
            let workspace = workspaces[Int.random(in: 0..<workspaces.count, using: &random)]
            let idea = ideas[Int.random(in: 0..<ideas.count, using: &random)]
            let key = try CacheKey.sample(idea, workspace: workspace)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: await cache.invalidate(.workspace(key.workspace))
            case 1: await cache.remove(key)
            case 2..<5:
                await cache.store(try samples.cached(text: "\(workspace)|\(idea)"), for: key, lifetime: hour)
            default:
                guard let text = await cache.prompt(for: key)?.prompt.draft.text else { continue }
                #expect(text.utf8.elementsEqual("\(workspace)|\(idea)".utf8))
            }
        }
    }
}
