import Domain
import Foundation

/// Vectors of texts in one file, so that a start embeds nothing twice.
///
/// The file names its embedder and ends with a checksum. One that was cut, altered, or written by another
/// embedder is not used: the vectors are computed anew, and the next save replaces it.
///
/// Layout, little-endian: `RPVC`, format, dimension, length of the embedder's name, its name and version
/// in UTF-8, count; rows of a 64-bit hash of the text and IEEE halves, by hash; a 64-bit checksum.
struct KeptVectors: Sendable {
    let dimension: Int
    private let stamp: [UInt8]
    /// Rows of the file, by hash.
    private var file: Data
    private var start: Int
    private(set) var count: Int
    /// Those that are not in the file yet.
    private(set) var added: [UInt64: [UInt16]] = [:]

    private static let magic: [UInt8] = Array("RPVC".utf8)
    private static let format: UInt32 = 1

    private var rowBytes: Int { 8 + 2 * dimension }

    /// Opens a file, or begins without one.
    init(path: String, version: Version, dimension: Int) {
        self.dimension = dimension
        let name = Array("\(version.name)\n\(version.version)".utf8)
        stamp =
            Self.magic + Self.bytes(of: Self.format) + Self.bytes(of: UInt32(dimension))
            + Self.bytes(of: UInt32(name.count)) + name
        (file, start, count) = (Data(), 0, 0)
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe),
            let rows = Self.rows(of: data, stamp: stamp, rowBytes: 8 + 2 * dimension)
        else { return }
        (file, start, count) = (data, rows.start, rows.count)
    }

    /// The vector of a text; nil when it was never embedded.
    func vector(ofHash hash: UInt64) -> [Float]? {
        if let row = added[hash] { return Self.floats(row) }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.hash(ofRow: middle) < hash { low = middle + 1 } else { high = middle }
        }
        guard low < count, self.hash(ofRow: low) == hash else { return nil }
        return Self.floats(halves(ofRow: low))
    }

    mutating func add(_ halves: [UInt16], forHash hash: UInt64) { added[hash] = halves }

    /// Writes all vectors beside the old file, and takes its place once they are on the disk.
    ///
    /// - Throws: An error of the file system; the old file is as it was.
    func save(to path: String) throws {
        var data = Data(stamp)
        let all = added.count + count
        data.append(contentsOf: Self.bytes(of: UInt64(all)))
        data.reserveCapacity(data.count + all * rowBytes + 8)
        var new = added.sorted { $0.key < $1.key }[...]
        for row in 0..<count {
            let hash = hash(ofRow: row)
            while let first = new.first, first.key < hash { Self.append(new.removeFirst(), to: &data) }
            data.append(file[start + row * rowBytes..<start + (row + 1) * rowBytes])
        }
        for row in new { Self.append(row, to: &data) }
        data.append(contentsOf: Self.bytes(of: Checksum.of(data)))
        // Written whole beside its place, then renamed.
        try data.write(to: URL(filePath: path), options: .atomic)
    }

    private static func append(_ row: (key: UInt64, value: [UInt16]), to data: inout Data) {
        data.append(contentsOf: bytes(of: row.key))
        row.value.withUnsafeBytes { data.append(contentsOf: $0) }
    }

    private func hash(ofRow row: Int) -> UInt64 {
        file.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start + row * rowBytes, as: UInt64.self) }
    }

    private func halves(ofRow row: Int) -> [UInt16] {
        file.withUnsafeBytes { bytes in
            (0..<dimension).map {
                bytes.loadUnaligned(fromByteOffset: start + row * rowBytes + 8 + 2 * $0, as: UInt16.self)
            }
        }
    }

    /// Where the rows of a whole file of this embedder begin, and how many there are.
    private static func rows(of data: Data, stamp: [UInt8], rowBytes: Int) -> (start: Int, count: Int)? {
        let start = stamp.count + 8
        guard data.count >= start + 8, data.prefix(stamp.count).elementsEqual(stamp) else { return nil }
        let (count, sum) = data.withUnsafeBytes { bytes in
            (
                bytes.loadUnaligned(fromByteOffset: stamp.count, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: data.count - 8, as: UInt64.self)
            )
        }
        guard count <= UInt64(data.count / rowBytes), data.count == start + Int(count) * rowBytes + 8,
            Checksum.of(data.dropLast(8)) == sum
        else { return nil }
        return (start, Int(count))
    }

    private static func bytes<Number: FixedWidthInteger>(of number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian, Array.init)
    }

    private static func floats(_ halves: [UInt16]) -> [Float] {
        let floats = halves.map(HalfRow.float)
        let length = floats.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? floats.map { $0 / length } : floats
    }
}
