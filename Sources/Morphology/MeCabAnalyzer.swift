import BlockingExecutor
package import Domain
import Foundation

/// Cuts Korean into morphemes with MeCab and mecab-ko-dic.
///
/// The actor has a thread of its own: a lattice belongs to one thread, and the first look at a page of
/// the mapped dictionary waits for the disk.
package actor MeCabAnalyzer: MorphemeAnalyzer {
    private let executor: DedicatedThreadExecutor
    private let parser: MeCabParser
    package nonisolated let dictionary: Version

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Opens the dictionary, which takes about a millisecond.
    ///
    /// - Parameters:
    ///   - folder: The unpacked mecab-ko-dic, with `sys.dic` and `dicrc`.
    ///   - userDictionary: What `scripts/compile-dictionary` made; it is left out when there is no such
    ///     file, since everything works without it.
    /// - Throws: ``MorphologyError`` with a sentence and what to do.
    package init(folder: String, userDictionary: String? = nil) throws(MorphologyError) {
        guard let dicrc = try? String(contentsOfFile: folder + "/dicrc", encoding: .utf8),
            FileManager.default.fileExists(atPath: folder + "/sys.dic")
        else { throw .dictionaryMissing(folder: folder) }
        let user = userDictionary.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
        let parser = try Self.open(folder: folder, user: user, penalties: SpacePenalties(dicrc: dicrc))
        dictionary = Version(
            name: "mecab-ko-dic", version: parser.entryCounts.map(String.init).joined(separator: "+"))
        self.parser = parser
        executor = DedicatedThreadExecutor(name: "mecab")
    }

    // Frees the lattice on the thread that used it.
    isolated deinit {}

    package func morphemes(of text: String) async throws(WriterError) -> [Morpheme] {
        let bytes = SpaceMapping.mapped(text)
        var morphemes: [Morpheme] = []
        let failure = bytes.withUnsafeBufferPointer { buffer -> String? in
            for piece in SentenceCut.pieces(of: buffer) {
                let failure = parser.parse(UnsafeBufferPointer(rebasing: buffer[piece])) { node in
                    morphemes.append(Morpheme(node, in: buffer, offset: piece.lowerBound))
                }
                if let failure { return failure }
            }
            return nil
        }
        if let failure { throw .unavailable("MeCab failed: \(failure).") }
        return morphemes
    }

    private static func open(
        folder: String, user: String?, penalties: SpacePenalties
    ) throws(MorphologyError) -> MeCabParser {
        do {
            return try MeCabParser(folder: folder, userDictionary: user, penalties: penalties)
        } catch {
            guard case .dictionaryBroken(_, let reason) = error, let user else { throw error }
            // Which of the two is broken shows when the dictionary is opened alone.
            _ = try MeCabParser(folder: folder, userDictionary: nil, penalties: penalties)
            throw .userDictionaryBroken(file: user, reason: reason)
        }
    }
}

extension Morpheme {
    fileprivate init(_ node: MeCabNode, in buffer: UnsafeBufferPointer<UInt8>, offset: Int) {
        let start = offset + node.start
        let end = offset + node.end
        self.init(
            surface: String(decoding: buffer[start..<end], as: UTF8.self), tag: node.tag,
            expression: node.expression, start: start, end: end,
            followsSpace: node.followsSpace || node.start > 0 && buffer[start - 1] == 0x20,
            isUnknown: node.isUnknown)
    }
}
