/// Takes the chunks of a body apart (RFC 9112, section 7.1), strictly.
///
/// Lines end in CR LF, extensions are tokens or quoted texts, trailers are header lines; nothing else passes,
/// so that no proxy in front can see another end of the body than this server.
struct ChunkDecoder {
    private enum Place {
        case size, extensions, sizeEnd
        case data, dataEnd, dataEndLF
        case trailerStart, trailerName, trailerValue, trailerEnd, lastEnd
        case done
    }

    /// Framing may take so many bytes, and eight times the body beside.
    private static let freeFramingBytes = 16 << 10

    private var place = Place.size
    private var remaining: UInt64 = 0
    private var digits = 0
    private var syntax = ChunkExtension()
    private var framing = 0
    private var taken = 0

    var isDone: Bool { place == .done }

    /// Reads on from `position`; gives every piece of the body to `take`, which may refuse it.
    mutating func read(
        _ bytes: UnsafeRawBufferPointer, _ position: inout Int,
        take: (UnsafeRawBufferPointer) throws(HTTPFault) -> Void
    ) throws(HTTPFault) {
        while position < bytes.count, place != .done {
            if place == .data {
                let count = min(Int(clamping: remaining), bytes.count - position)
                try take(UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
                position += count
                taken += count
                remaining -= UInt64(count)
                if remaining == 0 { place = .dataEnd }
            } else {
                try step(bytes[position])
                position += 1
                framing += 1
                // Tiny chunks and endless extensions or trailers cost without adding to the body.
                guard framing <= 8 * taken + Self.freeFramingBytes else {
                    throw Self.malformed("mostly framing")
                }
            }
        }
    }

    private mutating func step(_ byte: UInt8) throws(HTTPFault) {
        switch place {
        case .size: try readSize(byte)
        case .extensions:
            if byte == 0x0D {
                guard syntax.mayEnd else { throw Self.malformed("with a broken extension") }
                place = .sizeEnd
            } else if !syntax.take(byte) {
                throw Self.malformed("with a broken extension")
            }
        case .sizeEnd:
            try expect(0x0A, byte)
            place = remaining == 0 ? .trailerStart : .data
        case .dataEnd:
            try expect(0x0D, byte)
            place = .dataEndLF
        case .dataEndLF:
            try expect(0x0A, byte)
            (place, digits) = (.size, 0)
        default: try readTrailer(byte)
        }
    }

    private mutating func readSize(_ byte: UInt8) throws(HTTPFault) {
        if let digit = byte.hexDigitValue {
            guard remaining >> 59 == 0, digits < 32 else { throw Self.malformed("of an endless size") }
            remaining = remaining << 4 | UInt64(digit)
            digits += 1
            return
        }
        guard digits > 0 else { throw Self.malformed("without a size") }
        syntax = ChunkExtension()
        if byte == 0x0D {
            place = .sizeEnd
        } else {
            guard syntax.take(byte) else { throw Self.malformed("with a broken size") }
            place = .extensions
        }
    }

    private mutating func readTrailer(_ byte: UInt8) throws(HTTPFault) {
        switch place {
        case .trailerStart where byte == 0x0D: place = .lastEnd
        case .trailerStart, .trailerName:
            if place == .trailerName, byte == UInt8(ascii: ":") {
                place = .trailerValue
            } else {
                guard byte.isTokenByte else { throw Self.malformed("with a broken trailer") }
                place = .trailerName
            }
        case .trailerValue where byte == 0x0D: place = .trailerEnd
        case .trailerValue:
            guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else {
                throw Self.malformed("with a broken trailer")
            }
        case .trailerEnd:
            try expect(0x0A, byte)
            place = .trailerStart
        default:
            try expect(0x0A, byte)
            place = .done
        }
    }

    private func expect(_ expected: UInt8, _ byte: UInt8) throws(HTTPFault) {
        guard byte == expected else { throw Self.malformed("with a broken end of line") }
    }

    private static func malformed(_ what: String) -> HTTPFault {
        HTTPFault(.malformedRequest, "The chunks of the body are malformed: a chunk \(what).")
    }
}

/// The extensions of one chunk: `;name`, `;name=value` or `;name="text"`, with blanks around the marks.
private struct ChunkExtension {
    private enum Place { case start, name, nameEnd, value, token, quoted, escaped, end, beforeName }

    private var place = Place.start

    var mayEnd: Bool { [.start, .name, .nameEnd, .token, .end].contains(place) }

    /// Returns whether the byte fits.
    mutating func take(_ byte: UInt8) -> Bool {
        let isBlank = byte == 0x20 || byte == 0x09
        switch place {
        case .start, .end:
            guard byte == UInt8(ascii: ";") else { return isBlank }
            place = .beforeName
        case .beforeName:
            guard byte.isTokenByte else { return isBlank }
            place = .name
        case .name, .nameEnd:
            if byte == UInt8(ascii: ";") {
                place = .beforeName
            } else if byte == UInt8(ascii: "=") {
                place = .value
            } else if isBlank {
                place = .nameEnd
            } else {
                return place == .name && byte.isTokenByte
            }
        case .value:
            if byte == UInt8(ascii: "\"") {
                place = .quoted
            } else if byte.isTokenByte {
                place = .token
            } else {
                return isBlank
            }
        case .token:
            if byte == UInt8(ascii: ";") {
                place = .beforeName
            } else if isBlank {
                place = .end
            } else {
                return byte.isTokenByte
            }
        case .quoted:
            if byte == UInt8(ascii: "\"") {
                place = .end
            } else if byte == UInt8(ascii: "\\") {
                place = .escaped
            } else {
                return byte == 0x09 || byte >= 0x20 && byte != 0x7F
            }
        case .escaped:
            place = .quoted
            return byte == 0x09 || byte >= 0x20 && byte != 0x7F
        }
        return true
    }
}

extension UInt8 {
    /// Whether it may stand in a token (RFC 9110, section 5.6.2).
    var isTokenByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}
