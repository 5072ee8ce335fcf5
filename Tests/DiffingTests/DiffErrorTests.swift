import Domain
import Foundation
import Testing

@testable import Diffing

@Suite struct DiffErrorTests {
    private static let old = "a 강아지 runs"
    private static let good = Differ().diff(old, "a cat runs fast")

    private func operation(
        _ kind: Diff.Operation.Kind, at start: Int, _ oldText: String, _ newText: String, newStart: Int? = nil
    ) -> Diff.Operation {
        Diff.Operation(
            kind: kind,
            old: Diff.Span(
                start: Diff.Extent(utf8: start, utf16: 0, graphemes: 0), length: Diff.Extent(of: oldText)),
            new: Diff.Span(
                start: Diff.Extent(utf8: newStart ?? start, utf16: 0, graphemes: 0),
                length: Diff.Extent(of: newText)),
            oldText: oldText, newText: newText)
    }

    private func diff(_ operations: Diff.Operation..., format: Int = 1, newBytes: Int = 16) -> Diff {
        Diff(
            format: format, operations: operations, oldLength: Diff.Extent(of: Self.old),
            newLength: Diff.Extent(utf8: newBytes, utf16: 0, graphemes: 0))
    }

    @Test func `refuses a text of another length`() {
        #expect(throws: DiffError.wrongLength(expected: 16, actual: 4)) { try Self.good.apply(to: "a ca") }
    }

    @Test func `refuses a text of the same length that differs where it edits`() {
        #expect(throws: DiffError.wrongText(operation: 0, expected: "강아지", actual: "고양이")) {
            try Self.good.apply(to: "a 고양이 runs")
        }
    }

    @Test func `refuses what a newer version wrote`() {
        #expect(throws: DiffError.unknownFormat(3, newest: 2)) { try diff(format: 3).apply(to: Self.old) }
    }

    @Test(arguments: [-1, 17, .max, .min])
    func `refuses operations beyond the text`(start: Int) {
        let diff = diff(operation(.insert, at: start, "", "x"))
        #expect(throws: DiffError.outOfBounds(operation: 0)) { try diff.apply(to: Self.old) }
    }

    @Test func `refuses overlapping operations`() {
        let diff = diff(
            operation(.delete, at: 0, "a 강", ""), operation(.delete, at: 2, "강", "", newStart: 0))
        #expect(throws: DiffError.overlapping(operation: 1)) { try diff.apply(to: Self.old) }
    }

    @Test func `refuses to cut a character`() {
        let diff = diff(operation(.insert, at: 3, "", "x"), newBytes: 17)
        #expect(throws: DiffError.splitCharacter(operation: 0)) { try diff.apply(to: Self.old) }
    }

    @Test func `refuses operations that contradict themselves`() {
        let wrongKind = operation(.insert, at: 0, "a", "b")
        let wrongPlace = operation(.replace, at: 0, "a", "b", newStart: 1)
        for operation in [wrongKind, wrongPlace] {
            #expect(throws: DiffError.inconsistent(operation: 0)) { try diff(operation).apply(to: Self.old) }
        }
        let wrongLength = diff(operation(.replace, at: 0, "a", "b"), newBytes: 15)
        #expect(throws: DiffError.inconsistent(operation: 0)) { try wrongLength.apply(to: Self.old) }
    }

    @Test func `tells canonically equivalent texts apart`() {
        let diff = Differ().diff("caf\u{E9}", "cafe")
        #expect(throws: DiffError.wrongLength(expected: 5, actual: 6)) { try diff.apply(to: "cafe\u{301}") }
    }

    @Test func `says in one line what to do`() {
        let errors: [DiffError] = [
            .unknownFormat(2, newest: 1), .wrongLength(expected: 1, actual: 2),
            .wrongText(operation: 0, expected: "a", actual: "b"), .outOfBounds(operation: 0),
            .overlapping(operation: 1), .splitCharacter(operation: 0), .inconsistent(operation: 0),
        ]
        for error in errors { #expect(!error.description.isEmpty && !error.description.contains("\n")) }
    }

    @Test func `never crashes on a diff that someone tampered with`() throws {
        var texts = RandomTexts(seed: 9)
        for _ in 0..<2000 {
            let old = texts.text()
            let sound = Differ().diff(old, texts.edited(old))
            let shift = Int.random(in: -3...3, using: &texts.generator)
            let operations = sound.operations.map { operation in
                self.operation(
                    operation.kind, at: operation.old.start.utf8 + shift, operation.oldText,
                    operation.newText,
                    newStart: operation.new.start.utf8 + shift)
            }
            let tampered = Diff(
                operations: operations, oldLength: sound.oldLength, newLength: sound.newLength)
            if let result = try? tampered.apply(to: old) {
                #expect(result.utf8.count == sound.newLength.utf8)
                _ = try SlotSummary(tampered, of: old)
            }
        }
    }
}
