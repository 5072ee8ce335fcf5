import Diffing
import Domain
import Foundation
import Testing

@Suite struct DiffRenderingTests {
    private static let old = "a bright dog runs"
    private static let diff = Differ().diff(old, "a golden dog runs fast")

    @Test func `puts both sides beside each other by the columns of a terminal`() throws {
        let old = "강아지가 뛴다\nab 👩‍👩‍👧"
        let shown = DiffRendering.plain.sideBySide(
            try Differ().diff(old, "강아지를 뛴다\nab 👩‍👩‍👧").segments(of: old), width: 20)
        #expect(shown == "강아지[-가-] 뛴다    | 강아지{+를+} 뛴다\nab 👩‍👩‍👧                  ab 👩‍👩‍👧")
    }

    @Test func `is plain or coloured`() throws {
        let segments = try Self.diff.segments(of: Self.old)
        #expect(DiffRendering.plain.text(of: segments) == "a [-bright-]{+golden+} dog runs{+ fast+}")
        #expect(
            DiffRendering.ansi.text(of: segments)
                == "a \u{1B}[31;9mbright\u{1B}[0m\u{1B}[32;4mgolden\u{1B}[0m dog runs\u{1B}[32;4m fast\u{1B}[0m"
        )
    }

    @Test(arguments: DiffRendering.allCases)
    func `lets no text steer the terminal`(rendering: DiffRendering) throws {
        let old = "a \u{1B}[2Jb\u{0}\u{7F}\u{9B}"
        let shown = rendering.text(of: try Differ().diff(old, old).segments(of: old))
        #expect(shown == "a ␛[2Jb␀␡\u{FFFD}")
    }

    @Test func `gives runs that join to both texts`() throws {
        var texts = RandomTexts(seed: 11)
        for _ in 0..<1000 {
            let old = texts.text()
            let new = texts.edited(old)
            let segments = try Differ().diff(old, new).segments(of: old)
            #expect(segments.flatMap { Array($0.old.utf8) } == Array(old.utf8))
            #expect(segments.flatMap { Array($0.new.utf8) } == Array(new.utf8))
            #expect(
                zip(segments, segments.dropFirst()).allSatisfy { ($0.kind == .equal) != ($1.kind == .equal) })
        }
    }
}
