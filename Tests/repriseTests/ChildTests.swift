import BlockingExecutor
import Foundation
import TestSupport
import Testing

@testable import reprise

@Suite struct ChildTests {
    private let thread = BlockingPool(name: "children", threads: 1)
    private let children = Children()

    /// Runs `body` on a thread that may wait, with a folder for what children say.
    private func run<Value: Sendable>(
        _ body: @escaping @Sendable (Children, String) throws -> Value
    ) async throws -> Value {
        let folder = try TestSupport.TemporaryFolder()
        return try await thread.run { [children] in try body(children, folder.path) }
    }

    @Test func `lines go there and back`() async throws {
        let lines = try await run { children, folder in
            let child = try Child("/bin/cat", [], folder: folder, among: children)
            try child.send("하나".utf8)
            try child.send("둘".utf8)
            return [try child.line(within: .seconds(30)), try child.line(within: .seconds(30))]
        }
        #expect(lines == ["하나", "둘"])
    }

    @Test func `a child that ends badly is told with its last words`() async throws {
        let error = await #expect(throws: BenchError.self) {
            try await run { children, folder in
                let words = ["-c", "echo no room >&2; exit 3"]
                _ = try Child("/bin/sh", words, folder: folder, among: children).finish(within: .seconds(30))
            }
        }
        #expect(error?.description == "/bin/sh ended with 3: no room")
    }

    @Test func `what a child took is its own`() async throws {
        let (figures, ending) = try await run { children, folder in
            let words = ["-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo; read line"]
            let child = try Child("/bin/sh", words, folder: folder, among: children)
            _ = try child.line(within: .seconds(60))
            let figures = try ProcessFigures(of: child)
            try child.send("".utf8)
            return (figures, try child.finish(within: .seconds(30)))
        }
        #expect(figures.peakBytes >= figures.residentBytes && figures.residentBytes > 0)
        #expect(figures.processorTime > .zero)
        #expect(ending.processorTime + .milliseconds(20) >= figures.processorTime)
    }

    @Test func `a child ends with its owner`() async throws {
        let id = try await run { children, folder in
            try Child("/bin/cat", [], folder: folder, among: children).id
        }
        #expect(kill(id, 0) == -1 && errno == ESRCH)
    }

    @Test func `a wish to stop ends who runs and lets nobody start`() async throws {
        let (line, ending, late) = try await run { children, folder in
            let child = try Child("/bin/cat", [], folder: folder, among: children)
            children.endAll()
            let line = try child.line(within: .seconds(30))
            let ending = Result { try child.finish(within: .seconds(30)) }
            return (line, ending, Result { try Child("/bin/cat", [], folder: folder, among: children).id })
        }
        #expect(line == nil)
        #expect(throws: BenchError.stopped) { try ending.get() }
        #expect(throws: BenchError.stopped) { try late.get() }
    }

    @Test func `what is missing is named with what brings it`() {
        let error = #expect(throws: BenchError.self) { try ProgramPath.find("no-such-program") }
        #expect(
            error?.description == "no-such-program is missing; 'apt-get install no-such-program' installs it")
    }
}
