import Domain
import Glibc

/// What an MP4 file says of itself, and whether it is all there.
///
/// Only the outline is read (ISO/IEC 14496-12): the boxes of the file and the length in its head.
struct MP4Facts: Sendable, Hashable {
    /// In seconds; 0 when the head does not say (a fragmented file).
    private(set) var seconds = 0.0

    /// Walks through the boxes of a file from its start to its end.
    ///
    /// - Throws: ``ProviderError/Code/downloadFailed`` that says what is wrong.
    init(ofFileAt path: String) throws(ProviderError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            throw ProviderError(.downloadFailed, "The file is missing", detail: .lastSystemError(path))
        }
        defer { close(descriptor) }
        let size = Int(status.st_size)
        var kinds: Set<String> = []
        var position = 0
        while position < size {
            let box = try Box(descriptor, at: position, end: size)
            if position == 0, box.kind != "ftyp" {
                throw ProviderError(.downloadFailed, "The file is not what it should be", detail: path)
            }
            guard box.end <= size else {
                throw ProviderError(.downloadFailed, "The file is cut off", detail: path)
            }
            if box.kind == "moov" { seconds = try Self.length(in: box, of: descriptor) ?? 0 }
            kinds.insert(box.kind)
            position = box.end
        }
        guard kinds.isSuperset(of: ["moov", "mdat"]) else {
            throw ProviderError(.downloadFailed, "The file has no pictures", detail: path)
        }
    }

    /// Checks that the file lasts as long as was asked for; one that does not say is believed.
    func check(lasting wanted: Int) throws(ProviderError) {
        let tolerance = max(0.5, Double(wanted) * 0.1)
        guard seconds == 0 || abs(seconds - Double(wanted)) <= tolerance else {
            throw ProviderError(
                .downloadFailed, "The video lasts \(Int(seconds.rounded())) s instead of \(wanted) s")
        }
    }

    /// The length that the head of the movie tells (`mvhd`).
    private static func length(in movie: Box, of descriptor: CInt) throws(ProviderError) -> Double? {
        var position = movie.start
        while position < movie.end {
            let box = try Box(descriptor, at: position, end: movie.end)
            if box.kind == "mvhd" {
                let isLong = try Box.number(descriptor, at: box.start, bytes: 1) == 1
                let scaleAt = box.start + (isLong ? 20 : 12)
                let scale = try Box.number(descriptor, at: scaleAt, bytes: 4)
                let length = try Box.number(descriptor, at: scaleAt + 4, bytes: isLong ? 8 : 4)
                return scale > 0 ? Double(length) / Double(scale) : nil
            }
            position = box.end
        }
        return nil
    }
}

/// One box of an MP4 file.
private struct Box {
    let kind: String
    /// Where its content begins.
    let start: Int
    /// Behind its content.
    let end: Int

    init(_ descriptor: CInt, at position: Int, end whole: Int) throws(ProviderError) {
        let size = try Self.number(descriptor, at: position, bytes: 4)
        let name = try Self.number(descriptor, at: position + 4, bytes: 4)
        kind = String(
            decoding: (0..<4).map { UInt8(truncatingIfNeeded: name >> UInt64(24 - $0 * 8)) }, as: UTF8.self)
        let head = size == 1 ? 16 : 8
        let length = size == 1 ? try Self.number(descriptor, at: position + 8, bytes: 8) : size
        // A size of nothing means the rest of the file.
        let bytes = size == 0 ? whole - position : Int(clamping: length)
        guard bytes >= head, bytes < 1 << 48 else { throw .damaged }
        (start, end) = (position + head, position + bytes)
    }

    /// Reads a number with its highest byte first.
    static func number(_ descriptor: CInt, at position: Int, bytes: Int) throws(ProviderError) -> UInt64 {
        var buffer = [UInt8](repeating: 0, count: bytes)
        guard pread(descriptor, &buffer, bytes, off_t(position)) == bytes else { throw .damaged }
        return buffer.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
