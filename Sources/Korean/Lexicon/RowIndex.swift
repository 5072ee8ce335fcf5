/// Finds the rows of a word.
///
/// `Dictionary` hashes strings by their normalised graphemes, which took most of the time of a load. The
/// lexicon is in NFC, as ideas are, so this one goes by bytes: open addressing, and FNV-1a.
struct RowIndex: Sendable {
    /// The column that is looked up.
    enum Column: Sendable { case korean, english }

    private struct Entry: Sendable {
        let line: Int32
        /// The entry with the next row of the same word; -1 when there is none.
        var next: Int32
    }

    private let column: Column
    /// The first and the last entry of a word, by its hash; -1 where there is none.
    private var slots: [(first: Int32, last: Int32)]
    private var entries: [Entry] = []
    /// How many words it holds.
    private(set) var count = 0

    /// An index with room for so many rows.
    init(_ column: Column, rows: Int) {
        self.column = column
        var size = 16
        while size < rows * 2 { size *= 2 }
        slots = Array(repeating: (-1, -1), count: size)
        entries.reserveCapacity(rows)
    }

    /// Adds a row behind those of the same word.
    mutating func add(_ line: Int, of source: LexiconSource) {
        let slot = slot(of: source.bytes[range(line, source)], in: source)
        let entry = Int32(entries.count)
        entries.append(Entry(line: Int32(line), next: -1))
        if slots[slot].first < 0 {
            slots[slot] = (entry, entry)
            count += 1
        } else {
            entries[Int(slots[slot].last)].next = entry
            slots[slot].last = entry
        }
    }

    /// The rows of a word in the order of the files; empty when it is not there.
    func lines(of word: String, in source: LexiconSource) -> [Int] {
        let first = slots[slot(of: ArraySlice(word.utf8), in: source)].first
        return first < 0 ? [] : chain(from: Int(first))
    }

    /// The first row of every word.
    var firstLines: [Int] { slots.filter { $0.first >= 0 }.map { Int(entries[Int($0.first)].line) } }

    private func chain(from first: Int) -> [Int] {
        var lines: [Int] = []
        var entry = first
        while entry >= 0 {
            lines.append(Int(entries[entry].line))
            entry = Int(entries[entry].next)
        }
        return lines
    }

    private func range(_ line: Int, _ source: LexiconSource) -> Range<Int> {
        let line = source.lines[line]
        return column == .korean ? line.start..<line.korean : line.korean + 1..<line.english
    }

    /// The place of a word: where it stands, or where it would.
    private func slot(of key: ArraySlice<UInt8>, in source: LexiconSource) -> Int {
        var slot = hash(key) & (slots.count - 1)
        while slots[slot].first >= 0 {
            let line = Int(entries[Int(slots[slot].first)].line)
            if isSame(key, source.bytes[range(line, source)]) { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func hash(_ key: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key where byte != skipped { hash = (hash ^ UInt64(folded(byte))) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }

    private func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        var (one, other) = (left.startIndex, right.startIndex)
        while true {
            while one < left.endIndex, left[one] == skipped { one += 1 }
            while other < right.endIndex, right[other] == skipped { other += 1 }
            guard one < left.endIndex, other < right.endIndex else {
                return one == left.endIndex && other == right.endIndex
            }
            guard folded(left[one]) == folded(right[other]) else { return false }
            (one, other) = (one + 1, other + 1)
        }
    }

    /// Korean is looked up without its spaces.
    private var skipped: UInt8 { column == .korean ? UInt8(ascii: " ") : 0 }

    /// English is looked up in lower case.
    private func folded(_ byte: UInt8) -> UInt8 {
        column == .english && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
