import Foundation
import Glibc

/// Returns what Linux calls the thread that this runs on.
func currentThreadName() -> String {
    var name = [CChar](repeating: 0, count: 16)
    pthread_getname_np(pthread_self(), &name, name.count)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Returns when no thread of this process has the name; the suite's time limit ends the wait.
func waitUntilNoThread(isNamed name: String) async throws {
    while try threadNames().contains(name) {
        try Task.checkCancellation()
        await Task.yield()
    }
}

func threadNames() throws -> [String] {
    // A thread may end between the listing and the reading.
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").compactMap { thread in
        try? String(contentsOfFile: "/proc/self/task/\(thread)/comm", encoding: .utf8)
            .trimmingCharacters(in: .newlines)
    }
}
