/// Cuts a text into graphemes and remembers where each starts.
///
/// Most text is plain: characters that Unicode never joins to each other (UAX 29). The rest is put to
/// the standard library, which knows every rule and takes its time.
struct GraphemeCutter {
    let bytes: [UInt8]
    private(set) var kinds: [Grapheme] = []
    /// Where each grapheme starts, with the end of the text behind the last.
    private(set) var utf8Starts: [Int] = []
    private(set) var utf16Starts: [Int] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        // A carriage return may belong to a line feed.
        if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
            let table = Grapheme.ofASCII
            kinds = bytes.map { table[Int($0)] }
            utf8Starts = Array(0...bytes.count)
            utf16Starts = utf8Starts
        } else {
            kinds.reserveCapacity(bytes.count)
            utf8Starts.reserveCapacity(bytes.count + 1)
            utf16Starts.reserveCapacity(bytes.count + 1)
            utf8Starts.append(0)
            utf16Starts.append(0)
            cut()
        }
    }

    private mutating func cut() {
        var position = 0
        var current = scalar(at: 0)
        while let scalar = current {
            let end = position + UTF8.width(scalar)
            let next = self.scalar(at: end)
            if scalar.isPlain, next?.isPlain ?? true {
                append(Grapheme(alone: scalar), utf8: end - position, utf16: 1)
                (position, current) = (end, next)
            } else {
                position = cutStretch(from: position)
                current = self.scalar(at: position)
            }
        }
    }

    /// Cuts up to where two plain characters meet, and returns that place.
    private mutating func cutStretch(from start: Int) -> Int {
        var end = start
        var wasPlain = false
        while let scalar = scalar(at: end), !(wasPlain && scalar.isPlain) {
            wasPlain = scalar.isPlain
            end += UTF8.width(scalar)
        }
        for character in String(decoding: bytes[start..<end], as: UTF8.self) {
            append(Grapheme(character), utf8: character.utf8.count, utf16: character.utf16.count)
        }
        return end
    }

    private mutating func append(_ kind: Grapheme, utf8: Int, utf16: Int) {
        utf8Starts.append(utf8Starts[kinds.count] + utf8)
        utf16Starts.append(utf16Starts[kinds.count] + utf16)
        kinds.append(kind)
    }

    /// The scalar that starts at a byte, nil at the end.
    ///
    /// The bytes are those of a string, so they are well formed.
    private func scalar(at start: Int) -> Unicode.Scalar? {
        guard start < bytes.count else { return nil }
        let lead = UInt32(bytes[start])
        func tail(_ offset: Int) -> UInt32 { UInt32(bytes[start + offset]) & 0x3F }
        switch lead {
        case ..<0x80: return Unicode.Scalar(lead)
        case ..<0xE0: return Unicode.Scalar((lead & 0x1F) << 6 | tail(1))
        case ..<0xF0: return Unicode.Scalar((lead & 0xF) << 12 | tail(1) << 6 | tail(2))
        default: return Unicode.Scalar((lead & 0x7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3))
        }
    }
}

extension Unicode.Scalar {
    /// Whether there is always a border between it and another plain scalar.
    ///
    /// A choice of common ranges without anything that extends, precedes or joins: no conjoining jamo,
    /// marks, joiners, variation selectors, regional indicators or pictographs.
    fileprivate var isPlain: Bool {
        switch value {
        case 0x0D: false
        case 0...0x7F, 0xC0...0x24F: true
        case 0xAC00...0xD7A3, 0x3131...0x318E: true
        case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA: true
        case 0x2013...0x2026, 0x3000...0x3029: true
        default: false
        }
    }
}
