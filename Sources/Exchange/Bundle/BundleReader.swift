import FoundationEssentials
import Glibc

/// Reads the lines of a file, a block at a time.
struct BundleReader: ~Copyable {
    private let file: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Lines read so far.
    private(set) var count = 0
    /// Bytes of the lines read so far, their ends included.
    private(set) var byteCount = 0

    /// - Throws: ``ExchangeError`` when it cannot be opened.
    init(path: String) throws(ExchangeError) {
        file = open(path, O_RDONLY | O_CLOEXEC)
        self.path = path
        guard file >= 0 else { throw ExchangeError("\(path) cannot be read: \(lastSystemError())") }
    }

    deinit { close(file) }

    /// The next line with its end; a line that lacks it is the last, and not whole.
    mutating func next() throws(ExchangeError) -> (bytes: Data, isWhole: Bool)? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                return take(upTo: end + 1, isWhole: true)
            }
            searched = buffer.count
            guard !isAtEnd else { break }
            try fill(&searched)
        }
        return position < buffer.count ? take(upTo: buffer.count, isWhole: false) : nil
    }

    private mutating func take(upTo end: Int, isWhole: Bool) -> (bytes: Data, isWhole: Bool) {
        let line = Data(buffer[position..<end])
        position = end
        count += 1
        byteCount += line.count
        return (line, isWhole)
    }

    private mutating func fill(_ searched: inout Int) throws(ExchangeError) {
        buffer.removeFirst(position)
        searched -= position
        position = 0
        let size = 1 << 18
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: size))
        let count = buffer.withUnsafeMutableBytes {
            read(file, UnsafeMutableRawBufferPointer(rebasing: $0[start...]).baseAddress, size)
        }
        guard count >= 0 else { throw ExchangeError("\(path) cannot be read: \(lastSystemError())") }
        buffer.removeLast(size - count)
        isAtEnd = count == 0
    }
}

/// What the system says of the call that failed last.
func lastSystemError() -> String { String(cString: strerror(errno)) }
