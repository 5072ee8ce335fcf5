import Foundation

/// Where programs lie.
enum ProgramPath {
    /// This program's own file.
    static let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path

    /// Looks through `PATH`.
    ///
    /// - Throws: ``BenchError`` that says how to get the Debian package of that name.
    static func find(_ name: String) throws(BenchError) -> String {
        guard let path = search(name) else { throw .missing(name, remedy: "apt-get install \(name)") }
        return path
    }

    /// Looks through `PATH`; nil when the program is in none of its folders.
    static func search(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
