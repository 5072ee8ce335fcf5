import Domain
import Glibc

/// One element of an EBML file: what it is, and where its content lies.
struct EBMLElement: Sendable, Hashable {
    let id: UInt32
    let start: Int
    /// Behind the content; nil when the file does not say.
    let knownEnd: Int?
    /// Where the content ends at the latest.
    let end: Int
}

/// Reads the outline of an EBML file (RFC 8794) piece by piece, whatever its size.
struct EBMLReader: ~Copyable {
    private let descriptor: CInt
    /// Behind the last byte of the file.
    private let end: Int
    /// Where the next element begins.
    var position = 0
    private var window: [UInt8] = []
    private var windowStart = 0

    init(descriptor: CInt, end: Int) {
        self.descriptor = descriptor
        self.end = end
    }

    /// Reads the head of the next element and goes to its content; nil at the end of the file.
    mutating func next() throws(ProviderError) -> EBMLElement? {
        guard position < end else { return nil }
        let first = try byte(at: position)
        let idLength = first.leadingZeroBitCount + 1
        guard idLength <= 4 else { throw .damaged }
        let id = UInt32(truncatingIfNeeded: try integer(at: position, idLength))
        let sizeAt = position + idLength
        let sizeLength = try byte(at: sizeAt).leadingZeroBitCount + 1
        guard sizeLength <= 8 else { throw .damaged }
        let mask = (UInt64(1) << UInt64(7 * sizeLength)) - 1
        let size = try integer(at: sizeAt, sizeLength) & mask
        let start = sizeAt + sizeLength
        position = start
        guard size != mask else { return EBMLElement(id: id, start: start, knownEnd: nil, end: end) }
        guard size <= UInt64(end) else { return EBMLElement(id: id, start: start, knownEnd: .max, end: end) }
        return EBMLElement(
            id: id, start: start, knownEnd: start + Int(size), end: min(end, start + Int(size)))
    }

    /// The first child of this kind.
    mutating func find(_ id: UInt32, in parent: EBMLElement) throws(ProviderError) -> EBMLElement? {
        position = parent.start
        while position < parent.end, let child = try next() {
            if child.id == id { return child }
            guard let childEnd = child.knownEnd else { return nil }
            position = childEnd
        }
        return nil
    }

    mutating func number(_ id: UInt32, in parent: EBMLElement) throws(ProviderError) -> Int? {
        guard let element = try find(id, in: parent) else { return nil }
        let length = element.end - element.start
        guard length <= 8 else { throw .damaged }
        return Int(truncatingIfNeeded: try integer(at: element.start, length) & UInt64(Int.max))
    }

    mutating func float(_ id: UInt32, in parent: EBMLElement) throws(ProviderError) -> Double? {
        guard let element = try find(id, in: parent) else { return nil }
        let length = element.end - element.start
        let bits = try integer(at: element.start, min(length, 8))
        switch length {
        case 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        case 8: return Double(bitPattern: bits)
        default: throw .damaged
        }
    }

    mutating func text(_ id: UInt32, in parent: EBMLElement) throws(ProviderError) -> String? {
        guard let element = try find(id, in: parent) else { return nil }
        var bytes: [UInt8] = []
        for place in element.start..<min(element.end, element.start + 64) {
            bytes.append(try byte(at: place))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The time of a block within its cluster: 16 bits with sign behind the number of its track.
    mutating func blockOffset(_ block: EBMLElement) throws(ProviderError) -> Int {
        let trackLength = try byte(at: block.start).leadingZeroBitCount + 1
        let bits = try integer(at: block.start + trackLength, 2)
        return Int(Int16(truncatingIfNeeded: bits))
    }

    private mutating func integer(at place: Int, _ length: Int) throws(ProviderError) -> UInt64 {
        var value: UInt64 = 0
        for offset in 0..<length { value = value << 8 | UInt64(try byte(at: place + offset)) }
        return value
    }

    private mutating func byte(at place: Int) throws(ProviderError) -> UInt8 {
        guard place < end else { throw .damaged }
        if !(windowStart..<windowStart + window.count).contains(place) {
            var piece = [UInt8](repeating: 0, count: 4096)
            let count = pread(descriptor, &piece, piece.count, off_t(place))
            guard count > 0 else { throw .damaged }
            window = Array(piece[..<count])
            windowStart = place
        }
        return window[place - windowStart]
    }
}
