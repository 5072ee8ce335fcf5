package import Domain
package import FoundationEssentials

/// The video models that prompts are written for.
package struct ModelCatalogue: Sendable {
    /// The model that is meant when an idea names none.
    package static let standardName = ModelName(rawValue: "wan-2.2")

    /// All models, by name.
    package let models: [TargetModel]

    /// Reads every `.json` file of a folder.
    ///
    /// - Throws: ``CatalogueError`` with the file and the key that is wrong.
    package init(folder: URL) throws(CatalogueError) {
        let path = folder.path
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw CatalogueError(file: path, reason: "the folder of the models cannot be read")
        }
        var files: [(name: String, data: Data)] = []
        for name in names.sorted() where name.hasSuffix(".json") {
            guard let data = FileManager.default.contents(atPath: path + "/" + name) else {
                throw CatalogueError(file: name, reason: "cannot be read")
            }
            files.append((name, data))
        }
        try self.init(files: files)
    }

    /// Reads models from files that are in memory already.
    package init(files: [(name: String, data: Data)]) throws(CatalogueError) {
        var models: [TargetModel] = []
        for file in files {
            let model = try Self.decode(file.data, file: file.name)
            try model.check(file: file.name)
            models.append(model)
        }
        guard models.contains(where: { $0.name == Self.standardName }) else {
            throw CatalogueError(
                file: "\(Self.standardName).json", reason: "is missing, and it is the default model")
        }
        self.models = models.sorted { $0.name.rawValue < $1.name.rawValue }
    }

    /// Finds a model.
    ///
    /// - Parameter name: As the caller wrote it; nil means ``standardName``.
    /// - Throws: ``InputError`` for the field `model`, with the names that there are.
    package func model(_ name: ModelName?) throws(InputError) -> TargetModel {
        let name = name ?? Self.standardName
        guard let model = models.first(where: { $0.name == name }) else {
            let names = models.map(\.name.rawValue).joined(separator: ", ")
            throw InputError(field: "model", code: .unknownValue, expected: "one of \(names)")
        }
        return model
    }

    private static func decode(_ data: Data, file: String) throws(CatalogueError) -> TargetModel {
        do {
            return try JSONDecoder().decode(TargetModel.self, from: data)
        } catch let error as DecodingError {
            throw CatalogueError(file: file, error)
        } catch {
            throw CatalogueError(file: file, reason: "is no JSON")
        }
    }
}

extension CatalogueError {
    fileprivate init(file: String, _ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(file: file, key: Self.path(context.codingPath + [key]), reason: "is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self.init(file: file, key: Self.path(context.codingPath), reason: context.debugDescription)
        case .dataCorrupted(let context):
            self.init(
                file: file, key: context.codingPath.isEmpty ? nil : Self.path(context.codingPath),
                reason: context.debugDescription)
        @unknown default:
            self.init(file: file, reason: "cannot be decoded")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
