import Foundation

/// The sources of this package, as text.
struct SourceTree {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Names of the folders below `Sources`.
    static func rooms() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: package.appending(path: "Sources").path)
            .sorted()
    }

    /// Every Swift file of a folder of the package, with its text.
    static func files(below folder: String) throws -> [(name: String, text: String)] {
        let root = package.appending(path: folder)
        guard let names = FileManager.default.enumerator(atPath: root.path) else { return [] }
        return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
            .map { (name: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
    }

    /// Modules that a room imports.
    static func imports(of room: String) throws -> Set<String> {
        try files(below: "Sources/\(room)").reduce(into: []) { modules, file in
            for line in file.text.split(separator: "\n") {
                var words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
                if let access = words.first, ["package", "public", "internal"].contains(access) {
                    words.removeFirst()
                }
                if words.first == "import", let module = words.dropFirst().last {
                    modules.insert(String(module.split(separator: ".")[0]))
                }
            }
        }
    }
}
