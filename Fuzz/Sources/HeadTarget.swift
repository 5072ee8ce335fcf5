import Domain
@testable import HTTPServer

/// A target is taken apart or refused: no segment leads up, and nothing in it is a control character.
struct QueryTarget: FuzzTarget {
    static let name = "query"

    func run(_ bytes: UnsafeRawBufferPointer) {
        guard let request = try? HTTPRequest(.get, bytes.text) else { return }
        for segment in request.segments {
            precondition(segment != ".." && segment != ".", "a segment leads up")
            precondition(!segment.utf8.contains { $0 < 0x20 || $0 == 0x2F || $0 == 0x7F }, "a segment is odd")
        }
        precondition(request.path == "*" || request.path.hasPrefix("/"), "a path begins elsewhere")
    }
}

/// A range lies inside the body, whatever the header says.
struct RangeTarget: FuzzTarget {
    static let name = "range"

    func run(_ bytes: UnsafeRawBufferPointer) {
        for size in [0, 1, 1000, Int.max] {
            guard case .part(let range) = ByteRange(bytes.text, size: size) else { continue }
            precondition(
                range.lowerBound >= 0 && range.upperBound <= size && !range.isEmpty, "a range is outside")
        }
    }
}

/// Raw bytes are requests or refused; they mean the same in one piece and byte by byte.
struct WireTarget: FuzzTarget {
    static let name = "wire"

    func run(_ bytes: UnsafeRawBufferPointer) {
        let whole = Self.read([bytes])
        let single = Self.read(bytes.indices.map { UnsafeRawBufferPointer(rebasing: bytes[$0...$0]) })
        precondition(whole == single, "pieces change the meaning")
    }

    /// Targets and bodies of all requests, and at the end what was refused.
    private static func read(_ pieces: [UnsafeRawBufferPointer]) -> [String] {
        let parser = RequestParser(limits: HTTPConfiguration())
        var found: [String] = []
        do throws(HTTPFault) {
            for piece in pieces { try read(piece, by: parser, into: &found) }
        } catch {
            found.append(error.kind.rawValue)
        }
        return found
    }

    private static func read(
        _ piece: UnsafeRawBufferPointer, by parser: RequestParser, into found: inout [String]
    ) throws(HTTPFault) {
        var position = 0
        while true {
            switch try parser.read(piece, &position) {
            case .head(let head):
                parser.maximumBodyBytes = 1 << 20
                found.append("\(head.target) \(head.headers.fields.count)")
                continue
            case .finished:
                found.append(String(decoding: parser.takeBody(), as: UTF8.self))
                parser.next()
            case .incomplete: break
            }
            if position == piece.count { return }
        }
    }
}
