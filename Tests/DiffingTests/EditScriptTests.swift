import TestSupport
import Testing

@testable import Diffing

@Suite struct EditScriptTests {
    @Test func `is as short as the longest common subsequence allows`() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<5000 {
            let letters = Int32.random(in: 1...4, using: &generator)
            let old = sequence(upTo: 12, letters, &generator)
            let new = sequence(upTo: 12, letters, &generator)
            let script = EditScript(old: old, new: new, effort: .max)
            let kept = zip(old, script.oldChanged).filter { !$0.1 }.map(\.0)
            #expect(kept == zip(new, script.newChanged).filter { !$0.1 }.map(\.0))
            #expect(kept.count == longestCommonSubsequence(old, new), "\(old) \(new)")
            #expect(script.isShortest)
        }
    }

    @Test func `stays right when it has to guess`() {
        var generator = SplitMix64(seed: 8)
        for _ in 0..<200 {
            let old = sequence(upTo: 80, 5, &generator)
            let new = sequence(upTo: 80, 5, &generator)
            let script = EditScript(old: old, new: new, effort: .random(in: 0...400, using: &generator))
            let kept = zip(old, script.oldChanged).filter { !$0.1 }.map(\.0)
            #expect(kept == zip(new, script.newChanged).filter { !$0.1 }.map(\.0))
            #expect(!script.isShortest || kept.count == longestCommonSubsequence(old, new))
        }
    }

    private func sequence(upTo limit: Int, _ letters: Int32, _ generator: inout SplitMix64) -> [Int32] {
        (0..<Int.random(in: 0...limit, using: &generator)).map { _ in
            Int32.random(in: 0..<letters, using: &generator)
        }
    }

    private func longestCommonSubsequence(_ old: [Int32], _ new: [Int32]) -> Int {
        var row = Array(repeating: 0, count: new.count + 1)
        for element in old {
            var diagonal = 0
            for index in new.indices {
                let above = row[index + 1]
                row[index + 1] = element == new[index] ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[new.count]
    }
}
