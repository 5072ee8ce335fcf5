import FoundationEssentials

/// A directory in the layout of sentence-transformers.
struct ModelFolder {
    let path: String

    /// The last part of the path, which is what people call the model.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    func path(of file: String) -> String { path + "/" + file }

    func map(_ file: String) throws(ModelFileError) -> MappedFile {
        try MappedFile(path: path(of: file))
    }

    func decode<Value: Decodable>(_ type: Value.Type, from file: String) throws(ModelFileError) -> Value {
        let mapped = try map(file)
        do {
            return try JSONDecoder().decode(type, from: Data(mapped.bytes))
        } catch {
            throw ModelFileError(.malformed, file: mapped.path, "is not the JSON it should be (\(error))")
        }
    }

    /// Like ``decode(_:from:)``, but nil when there is no such file.
    func decodeIfPresent<Value: Decodable>(
        _ type: Value.Type, from file: String
    ) throws(ModelFileError) -> Value? {
        do {
            return try decode(type, from: file)
        } catch  where error.code == .missing {
            return nil
        }
    }
}
