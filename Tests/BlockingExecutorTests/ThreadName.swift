import Foundation

/// Returns what Linux calls the thread that this runs on.
func currentThreadName() -> String? { name(ofThread: "/proc/thread-self") }

/// Returns when no thread of this process has the name; the suite's time limit ends the wait.
func waitUntilNoThread(isNamed name: String) async throws {
    while try threadNames().contains(name) {
        try Task.checkCancellation()
        await Task.yield()
    }
}

private func threadNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").compactMap {
        name(ofThread: "/proc/self/task/\($0)")
    }
}

/// Returns nil when the thread has ended.
private func name(ofThread path: String) -> String? {
    try? String(contentsOfFile: path + "/comm", encoding: .utf8).trimmingCharacters(in: .newlines)
}
