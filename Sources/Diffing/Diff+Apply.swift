package import Domain

extension Diff {
    /// Makes the new text out of the old one.
    ///
    /// Everything the diff says is checked against the text first, in UTF-8 bytes; the counts in
    /// UTF-16 units and graphemes are for readers and decide nothing.
    ///
    /// - Throws: ``DiffError`` when the diff is not for this text, or is no sound diff at all.
    package func apply(to text: String) throws(DiffError) -> String {
        guard (1...Self.currentFormat).contains(format) else {
            throw .unknownFormat(format, newest: Self.currentFormat)
        }
        let bytes = Array(text.utf8)
        guard bytes.count == oldLength.utf8 else {
            throw .wrongLength(expected: oldLength.utf8, actual: bytes.count)
        }
        var result: [UInt8] = []
        var position = 0
        for (index, operation) in operations.enumerated() {
            let end = try operation.check(index, against: bytes, from: position)
            result += bytes[position..<operation.old.start.utf8]
            guard operation.new.start.utf8 == result.count else { throw .inconsistent(operation: index) }
            result += operation.newText.utf8
            position = end
        }
        result += bytes[position...]
        guard result.count == newLength.utf8 else {
            throw .inconsistent(operation: max(0, operations.count - 1))
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension Diff.Operation {
    /// Returns where the operation ends in the old text.
    fileprivate func check(
        _ index: Int, against bytes: [UInt8], from position: Int
    ) throws(DiffError) -> Int {
        guard hasFittingLengths else { throw .inconsistent(operation: index) }
        let start = old.start.utf8
        guard start >= 0, start <= bytes.count, old.length.utf8 <= bytes.count - start else {
            throw .outOfBounds(operation: index)
        }
        guard start >= position else { throw .overlapping(operation: index) }
        guard start == bytes.count || UTF8.isContinuation(bytes[start]) == false else {
            throw .splitCharacter(operation: index)
        }
        let end = start + old.length.utf8
        guard bytes[start..<end].elementsEqual(oldText.utf8) else {
            let found = String(decoding: bytes[start..<end], as: UTF8.self)
            throw .wrongText(operation: index, expected: oldText, actual: found)
        }
        return end
    }

    /// Whether kind, texts and lengths in bytes agree.
    var hasFittingLengths: Bool {
        let hasFittingKind =
            switch kind {
            case .insert: oldText.isEmpty && !newText.isEmpty
            case .delete: !oldText.isEmpty && newText.isEmpty
            case .replace: !oldText.isEmpty && !newText.isEmpty
            }
        return hasFittingKind && old.length.utf8 == oldText.utf8.count
            && new.length.utf8 == newText.utf8.count
    }
}
