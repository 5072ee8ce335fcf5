package import Domain
import FoundationEssentials

extension WorkflowTemplate {
    /// Reads every `.json` file of a folder.
    ///
    /// - Throws: ``InputError`` with the file and what is wrong, or that there is none.
    package static func all(in folder: String) throws(InputError) -> [Self] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var templates: [Self] = []
        for name in names.sorted() where name.hasSuffix(".json") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                throw InputError(field: name, code: .malformed, expected: "a file that can be read")
            }
            templates.append(try Self(reading: data, file: name))
        }
        guard !templates.isEmpty else {
            throw InputError(field: folder, code: .missing, expected: "a folder with workflow templates")
        }
        return templates
    }
}
