import Domain
import Foundation
import Korean
import Morphology
import Prompting
import Studio

/// What turns ideas into prompts: dictionary, lexicon and model catalogue.
struct Writing: Sendable {
    let reader: IdeaReader
    let writer: BuiltInWriter
    /// nil without a dictionary.
    let analyzer: MeCabAnalyzer?
    let dictionary: PartStatus

    /// Loads everything from the resources, a few milliseconds.
    ///
    /// - Throws: An error that names the file when lexicon or catalogue cannot be read. A missing
    ///   dictionary is no error: English ideas work without.
    init(_ settings: Settings) throws {
        let resources = Resources(settings)
        let lexicon = try Lexicon(folder: "\(resources.folder)/lexicon")
        let catalogue = try ModelCatalogue(folder: URL(filePath: "\(resources.folder)/models"))
        let analyzer: MeCabAnalyzer?
        do {
            analyzer = try MeCabAnalyzer(
                folder: resources.dictionary, userDictionary: resources.userDictionary)
            dictionary = PartStatus(
                name: "dictionary", state: .ready, detail: "Korean by \(resources.dictionary)")
        } catch {
            analyzer = nil
            dictionary = PartStatus(
                name: "dictionary", state: .degraded,
                detail: "Korean ideas are refused: \(error); 'make packages' fetches the dictionary")
        }
        self.analyzer = analyzer
        reader = IdeaReader(analyzer: analyzer, lexicon: lexicon)
        writer = BuiltInWriter(reader: reader, catalogue: catalogue)
    }
}
