/// The pieces of words a model knows, numbered by their line in `vocab.txt`.
///
/// Pieces are looked up where the file is mapped, through a table with open addressing: making
/// 30,000 strings would take longer than all the rest of loading a model.
struct Vocabulary: Sendable {
    private let file: MappedFile
    /// Where each piece starts and ends.
    private let lines: [Range<Int32>]
    /// Number of the piece by hash, −1 where there is none.
    private let table: [Int32]

    init(_ file: MappedFile, size: Int) throws(ModelFileError) {
        let lines = Self.lines(of: file.bytes)
        guard lines.count == size else {
            throw ModelFileError(
                .wrongShape, file: file.path, "has \(lines.count) lines, config.json says \(size)")
        }
        var table = [Int32](repeating: -1, count: 2 << (Int.bitWidth - size.leadingZeroBitCount))
        for (number, line) in lines.enumerated() {
            let piece = file.bytes[Int(line.lowerBound)..<Int(line.upperBound)]
            var slot = Self.slot(of: piece, in: table.count)
            while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = Int32(number)
        }
        self.file = file
        self.lines = lines
        self.table = table
    }

    /// The number of a piece, nil when the model does not know it.
    func number(of piece: some Collection<UInt8>) -> Int32? {
        var slot = Self.slot(of: piece, in: table.count)
        while table[slot] >= 0 {
            let line = lines[Int(table[slot])]
            if line.count == piece.count,
                piece.elementsEqual(file.bytes[Int(line.lowerBound)..<Int(line.upperBound)])
            {
                return table[slot]
            }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    /// The number of a piece that every model of this kind has, such as `[CLS]`.
    func special(_ piece: String) throws(ModelFileError) -> Int32 {
        guard let number = number(of: piece.utf8) else {
            throw ModelFileError(.malformed, file: file.path, "does not hold \(piece)")
        }
        return number
    }

    private static func lines(of bytes: UnsafeRawBufferPointer) -> [Range<Int32>] {
        var lines: [Range<Int32>] = []
        lines.reserveCapacity(bytes.count / 7)
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
            let end = index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
            lines.append(Int32(start)..<Int32(end))
            start = index + 1
        }
        if start < bytes.count { lines.append(Int32(start)..<Int32(bytes.count)) }
        return lines
    }

    /// FNV-1a.
    private static func slot(of piece: some Collection<UInt8>, in count: Int) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in piece { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (count - 1)
    }
}
