package import Domain
import Foundation
import Synchronization

/// Makes vector indexes whose graphs are kept in a folder between runs.
///
/// The files can be lost without loss. A row that does not fit the vector that is learnt at the next start is
/// replaced then, and one that nobody learns again is removed.
package final class KeptGraphs<Key: Hashable & Sendable & LosslessStringConvertible>: Sendable {
    private struct Made {
        weak var index: GrowingVectorIndex<Key>?
        let file: GraphFile<Key>
    }

    private let folder: String
    private let threshold: Int
    private let made = Mutex<[String: Made]>([:])

    /// - Parameters:
    ///   - folder: Where the files lie; it is made when something is saved.
    ///   - threshold: From how many vectors on a graph is built.
    package init(folder: String, threshold: Int = GrowingVectorIndex<Key>.usualThreshold) {
        self.folder = folder
        self.threshold = threshold
    }

    /// An index with the rows that were kept for this name and embedder, or an empty one.
    package func index(named name: String, embedder: Version, dimension: Int) -> GrowingVectorIndex<Key> {
        let title = "\(name)\n\(embedder.name)\n\(embedder.version)"
        let file = GraphFile<Key>(
            path: "\(folder)/\(String(title.textHash, radix: 16))", embedder: embedder, dimension: dimension)
        let index =
            if let rows = file.rows() {
                GrowingVectorIndex(dimension: dimension, threshold: threshold, graph: rows)
            } else {
                GrowingVectorIndex<Key>(dimension: dimension, threshold: threshold)
            }
        made.withLock { $0[file.path] = Made(index: index, file: file) }
        return index
    }

    /// Writes the graphs of all indexes that are still in use, and removes files of others.
    ///
    /// - Throws: ``GraphFileError``, or an error of the file system.
    package func save() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var names: Set<String> = []
        for (path, made) in made.withLock(\.self) {
            guard let index = made.index, try index.save(to: made.file) else { continue }
            names.insert(URL(filePath: path).lastPathComponent)
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let url = URL(filePath: file)
            guard [GraphFile<Key>.graphEnding, GraphFile<Key>.keysEnding].contains("." + url.pathExtension),
                !names.contains(url.deletingPathExtension().lastPathComponent)
            else { continue }
            try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
        }
    }
}

extension GrowingVectorIndex where Key: LosslessStringConvertible {
    /// Writes the graph; false while there is none.
    func save(to file: GraphFile<Key>) throws(GraphFileError) -> Bool {
        try state.withLock { state throws(GraphFileError) in try file.save(state) }
    }
}
