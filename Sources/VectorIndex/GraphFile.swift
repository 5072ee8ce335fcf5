import Domain
import Foundation
import Glibc

/// A graph on the disk, beside the store: what hnswlib writes, and a file of its keys.
///
/// The file of keys is lines of UTF-8: `RPVG`, format, dimension, bytes and checksum of the graph, the
/// embedder; a key for each label, empty where a row was removed; a checksum of all lines before. A graph that was
/// cut, altered, or is another embedder's is not used, and is made anew from the vectors.
struct GraphFile<Key: Hashable & Sendable & LosslessStringConvertible>: Sendable {
    /// Without the ending.
    let path: String
    let embedder: Version
    let dimension: Int

    static var graphEnding: String { ".graph" }
    static var keysEnding: String { ".keys" }

    /// Reads the rows; nil when there are none that fit.
    func rows() -> GraphRows<Key>? {
        guard let data = try? Data(contentsOf: URL(filePath: path + Self.keysEnding)),
            let keys = keys(in: data), let graph = Graph(path: path + Self.graphEnding, dimension: dimension),
            graph.rowCount == keys.count,
            Set(keys.compactMap(\.self)).count == keys.count(where: { $0 != nil })
        else { return nil }
        return GraphRows(graph: graph, keys: keys)
    }

    /// Writes the rows of an index beside the old file, and takes its place once they are on the disk.
    ///
    /// - Returns: Whether there is a graph to write at all.
    /// - Throws: ``GraphFileError``; the old file is as it was, or is not used any more.
    func save(_ state: borrowing GrowingVectorIndex<Key>.State) throws(GraphFileError) -> Bool {
        let part = path + ".part"
        defer { unlink(part) }
        guard let keys = try state.saveGraph(to: part) else { return false }
        var lines = header(graph: try Self.contents(of: part))
        for key in keys { lines += (key?.description ?? "") + "\n" }
        var data = Data(lines.utf8)
        data += Data((String(Checksum.of(data), radix: 16) + "\n").utf8)
        try Self.synchronize(part)
        guard rename(part, path + Self.graphEnding) == 0 else { throw .notWritten(path) }
        do {
            try data.write(to: URL(filePath: path + Self.keysEnding), options: .atomic)
        } catch {
            throw .notWritten(path + Self.keysEnding)
        }
        return true
    }

    private func header(graph: Data) -> String {
        let sum = String(Checksum.of(graph), radix: 16)
        return "RPVG 1 \(dimension) \(graph.count) \(sum) \(embedder.name) \(embedder.version)\n"
    }

    /// The keys that stand in a whole file whose graph is whole too.
    private func keys(in data: Data) -> [Key?]? {
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty == true, let last = lines.popLast(), let first = lines.first,
            let graph = try? Self.contents(of: path + Self.graphEnding),
            String(decoding: first, as: UTF8.self) + "\n" == header(graph: graph),
            String(Checksum.of(data.prefix(upTo: last.startIndex)), radix: 16)
                == String(decoding: last, as: UTF8.self)
        else { return nil }
        var keys: [Key?] = []
        for line in lines.dropFirst() {
            let text = String(decoding: line, as: UTF8.self)
            guard text.isEmpty || Key(text) != nil else { return nil }
            keys.append(Key(text))
        }
        return keys
    }

    private static func contents(of path: String) throws(GraphFileError) -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch {
            throw .notWritten(path)
        }
    }

    private static func synchronize(_ path: String) throws(GraphFileError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .notWritten(path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .notWritten(path) }
    }
}

/// Why a graph was not saved.
package enum GraphFileError: Error, Sendable, Hashable, CustomStringConvertible {
    case notWritten(_ path: String)

    package var description: String {
        switch self {
        case .notWritten(let path):
            "\(path) cannot be written: make room on its disk; the graph is made anew at the next start"
        }
    }
}
