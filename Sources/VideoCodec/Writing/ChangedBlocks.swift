import Glibc

/// Which macroblocks of a picture differ from the picture before, so that the encoder spends its time on them.
///
/// A block stays active for another picture after its last change: what was coded in a hurry while it moved is
/// coded better once it stands still.
struct ChangedBlocks: ~Copyable {
    /// Pictures that a block which changes no more is still looked at.
    private static let refinements: UInt8 = 1

    let columns: Int
    let rows: Int
    private let format: FrameFormat
    private let previous: UnsafeMutableBufferPointer<UInt8>
    /// For each block 1 when it may change, in the order that libvpx takes.
    let map: UnsafeMutableBufferPointer<UInt8>
    /// For each block how many more looks it gets.
    private let looks: UnsafeMutableBufferPointer<UInt8>
    private let differences: UnsafeMutableBufferPointer<UInt64>

    init(_ format: FrameFormat) {
        self.format = format
        (columns, rows) = ((format.width + 15) / 16, (format.height + 15) / 16)
        previous = .allocate(capacity: format.frameBytes)
        previous.initialize(repeating: 0)
        map = .allocate(capacity: columns * rows)
        looks = .allocate(capacity: columns * rows)
        differences = .allocate(capacity: columns)
        map.initialize(repeating: 1)
        looks.initialize(repeating: Self.refinements)
        differences.initialize(repeating: 0)
    }

    deinit {
        previous.deallocate()
        map.deallocate()
        looks.deallocate()
        differences.deallocate()
    }

    /// Compares the next picture and remembers it.
    ///
    /// - Returns: How many blocks are active.
    borrowing func look(at frame: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard let now = frame.baseAddress, let before = previous.baseAddress else { return 0 }
        let (luma, chroma) = (format.width * format.height, format.width * format.height / 4)
        var active = 0
        for row in 0..<rows {
            differences.update(repeating: 0)
            compare(
                now, before, stride: format.width, rows: 16 * row..<min(16 * row + 16, format.height),
                block: 16)
            let half = 8 * row..<min(8 * row + 8, format.height / 2)
            for plane in [luma, luma + chroma] {
                compare(now + plane, before + plane, stride: format.width / 2, rows: half, block: 8)
            }
            active += judge(row)
        }
        return active
    }

    /// Keeps looking at what was active when the picture had to be coded too coarsely.
    borrowing func wasCoarse() {
        for index in 0..<columns * rows where map[index] == 1 { looks[index] = Self.refinements }
    }

    private borrowing func judge(_ row: Int) -> Int {
        var active = 0
        for column in 0..<columns {
            let index = row * columns + column
            if differences[column] != 0 {
                looks[index] = Self.refinements
                map[index] = 1
            } else {
                map[index] = looks[index] > 0 ? 1 : 0
                looks[index] -= looks[index] > 0 ? 1 : 0
            }
            active += Int(map[index])
        }
        return active
    }

    /// Gathers the differences of each column of blocks, and takes the rows over where there are any.
    private borrowing func compare(
        _ now: UnsafeMutablePointer<UInt8>, _ before: UnsafeMutablePointer<UInt8>, stride: Int,
        rows: Range<Int>,
        block: Int
    ) {
        for y in rows {
            let (new, old) = (now + y * stride, before + y * stride)
            guard memcmp(new, old, stride) != 0 else { continue }
            for x in Swift.stride(from: 0, to: stride, by: 8) {
                differences[x / block] |= Self.word(new + x, stride - x) ^ Self.word(old + x, stride - x)
            }
            memcpy(old, new, stride)
        }
    }

    /// Eight samples at once; fewer at the end of a row.
    private static func word(_ samples: UnsafeMutablePointer<UInt8>, _ count: Int) -> UInt64 {
        guard count < 8 else { return UnsafeRawPointer(samples).loadUnaligned(as: UInt64.self) }
        return (0..<count).reduce(0) { $0 << 8 | UInt64(samples[$1]) }
    }
}
