import Domain
import Foundation

/// A file that the person wants to have.
struct OutputFile: Sendable {
    let path: String

    /// - Throws: ``InputError`` naming `--output` when it is missing or its folder is.
    init(_ path: String?) throws(InputError) {
        guard let path, !path.isEmpty else {
            throw InputError(
                field: "--output", code: .missing, expected: "a file name, such as -o santa.webm")
        }
        var isFolder: ObjCBool = false
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw InputError(field: "--output", code: .missing, expected: "a folder that exists: \(folder)")
        }
        self.path = path
    }

    /// Copies a file here; the name stands for the old content or the whole new one, never for a part.
    ///
    /// - Throws: ``ProviderError/Code/storage`` when it cannot be written.
    func receive(_ source: String) throws(ProviderError) {
        let partial = "\(path).partial"
        do {
            try? FileManager.default.removeItem(atPath: partial)
            try FileManager.default.copyItem(atPath: source, toPath: partial)
            guard rename(partial, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw ProviderError(.storage, "\(path) cannot be written", detail: "\(error)")
        }
    }
}
