package import Foundation

/// The programs of this package, built beside the tests.
package enum BuildProducts {
    /// The folder that holds the test bundle and the programs.
    package static let folder: URL = {
        // The bundle is an executable file of the build folder; its helper runs from the toolchain.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(filePath: bundle).resolvingSymlinksInPath().deletingLastPathComponent()
    }()

    /// The path of a program.
    package static func program(_ name: String) -> String { folder.appending(path: name).path }

    /// The folder of the package, with `data` and `docs`.
    package static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
