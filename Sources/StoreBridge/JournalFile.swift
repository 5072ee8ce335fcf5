import Domain
import Glibc

/// An append-only file of records, each with its length and checksum.
///
/// What ``append(_:)`` returned from is on the disk. A record that a crash cut off at the end was never
/// acknowledged, and is removed; damage before the end is told, and nothing is touched.
struct JournalFile: ~Copyable {
    private let file: Int32
    private let path: String
    /// Bytes of all records.
    private(set) var size: Int

    private static let magic: [UInt8] = Array("RPRSJRN1".utf8)
    /// Length and checksum.
    private static let headBytes = 8

    /// Opens the file, makes it when it is not there, and reads its records.
    ///
    /// - Parameter record: Called with each record, the oldest first.
    /// - Throws: `StoreError.Code.unavailable` when another process has it or it cannot be opened,
    ///   `internalFailure` when it is damaged or no journal.
    init(path: String, record: ([UInt8]) throws(StoreError) -> Void) throws(StoreError) {
        let opened = try Self.opened(path, record)
        file = opened.file
        size = opened.size
        self.path = path
    }

    deinit {
        // A child process that is just being started still holds a copy of the file; closing ours alone
        // would leave it locked until then.
        flock(file, LOCK_UN)
        close(file)
    }

    /// Writes a record and waits for the disk.
    ///
    /// - Parameter step: Called between the steps, for tests that die there.
    /// - Throws: `StoreError.Code.noSpace` when the disk is full, `unavailable` when it failed; then the
    ///   file is as it was.
    mutating func append(_ payload: [UInt8], step: (JournalStep) -> Void) throws(StoreError) {
        var record: [UInt8] = []
        for number in [UInt32(payload.count), CRC32.checksum(payload)] {
            withUnsafeBytes(of: number.littleEndian) { record.append(contentsOf: $0) }
        }
        record += payload
        step(.willWrite)
        do throws(StoreError) {
            // In two pieces, so that a test can die between them.
            try Self.write(Array(record.prefix(record.count / 2)), to: file, path)
            step(.halfWritten)
            try Self.write(Array(record.dropFirst(record.count / 2)), to: file, path)
            step(.written)
            guard fdatasync(file) == 0 else { throw Self.failure("cannot be flushed", path) }
        } catch {
            try? Self.truncate(file, to: size, path)
            throw error
        }
        step(.flushed)
        size += record.count
    }

    /// Removes every record.
    mutating func clear() throws(StoreError) { size = try Self.start(file, path) }

    /// Makes the file one without records.
    ///
    /// - Returns: How long it is.
    private static func start(_ file: Int32, _ path: String) throws(StoreError) -> Int {
        try truncate(file, to: 0, path)
        try write(magic, to: file, path)
        guard fsync(file) == 0 else { throw failure("cannot be flushed", path) }
        return magic.count
    }

    private static func truncate(_ file: Int32, to count: Int, _ path: String) throws(StoreError) {
        guard ftruncate(file, count) == 0, lseek(file, count, SEEK_SET) == count else {
            throw failure("cannot be shortened", path)
        }
    }

    private static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(StoreError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw failure("cannot be written", path)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Opens the file for this process alone and reads it.
    private static func opened(_ path: String, _ record: ([UInt8]) throws(StoreError) -> Void)
        throws(StoreError) -> (file: Int32, size: Int)
    {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("cannot be opened", path) }
        do throws(StoreError) {
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                throw StoreError(
                    .unavailable, "Another process of Reprise uses the journal of this data folder",
                    detail: path)
            }
            let size = try records(in: try readAll(file, path), of: path, record)
            guard size > 0 else { return (file, try start(file, path)) }
            try truncate(file, to: size, path)
            return (file, size)
        } catch {
            close(file)
            throw error
        }
    }

    private static func readAll(_ file: Int32, _ path: String) throws(StoreError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &piece, piece.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw failure("cannot be read", path) }
            bytes += piece[..<count]
        }
    }

    private static func failure(_ what: String, _ path: String) -> StoreError {
        let isFull = errno == ENOSPC || errno == EDQUOT
        return StoreError(
            isFull ? .noSpace : .unavailable,
            isFull ? "The disk is full; nothing was saved" : "The journal \(what)",
            detail: "\(path): \(String(cString: strerror(errno)))")
    }
}

extension JournalFile {
    /// Hands out the records.
    ///
    /// - Returns: How many bytes are good; 0 for a new file.
    private static func records(
        in bytes: [UInt8], of path: String, _ record: ([UInt8]) throws(StoreError) -> Void
    ) throws(StoreError) -> Int {
        // A file that was cut off in its very first bytes holds nothing yet.
        guard bytes.count >= magic.count else { return 0 }
        guard bytes.starts(with: magic) else {
            throw StoreError(.internalFailure, "\(path) is no journal of Reprise; move it away")
        }
        var place = magic.count
        while place < bytes.count {
            guard let next = next(in: bytes, at: place) else {
                guard isCutOff(bytes, at: place) else {
                    throw StoreError(
                        .internalFailure,
                        "The journal is damaged; move it away to go on without what it holds",
                        detail: "\(path) at byte \(place)")
                }
                return place
            }
            try record(Array(bytes[(place + headBytes)..<next]))
            place = next
        }
        return place
    }

    /// Where the record at a place ends; nil when it is not whole.
    private static func next(in bytes: [UInt8], at place: Int) -> Int? {
        guard bytes.count - place >= headBytes else { return nil }
        let end = place + headBytes + Int(number(in: bytes, at: place))
        guard end <= bytes.count,
            CRC32.checksum(bytes[(place + headBytes)..<end]) == number(in: bytes, at: place + 4)
        else { return nil }
        return end
    }

    /// Whether a record that is not whole is the last one, so that a crash explains it.
    private static func isCutOff(_ bytes: [UInt8], at place: Int) -> Bool {
        bytes.count - place < headBytes
            || place + headBytes + Int(number(in: bytes, at: place)) >= bytes.count
    }

    private static func number(in bytes: [UInt8], at place: Int) -> UInt32 {
        bytes[place..<(place + 4)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// What happens to a record, for tests that die in between.
package enum JournalStep: String, Sendable, CaseIterable {
    case willWrite, halfWritten, written, flushed
    /// The store has taken a write; the journal still has it.
    case replayed
    /// The store has taken every write; the journal still has them.
    case willClear
}
