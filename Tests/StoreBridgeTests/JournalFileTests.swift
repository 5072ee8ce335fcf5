import Domain
import Foundation
import TestSupport
import Testing

@testable import StoreBridge

/// The file of the journal: what it keeps, and what it makes of damage.
@Suite struct JournalFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("journal") }

    private func write(_ payloads: [[UInt8]]) throws {
        var file = try JournalFile(path: path) { (_) throws(StoreError) in }
        for payload in payloads { try file.append(payload) { _ in } }
    }

    private func read() throws -> [[UInt8]] {
        var records: [[UInt8]] = []
        _ = try JournalFile(path: path) { (record) throws(StoreError) in records.append(record) }
        return records
    }

    @Test func `the checksum is that of the standard`() {
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test(arguments: UInt64(0)..<20)
    func `records come back in order`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let payloads = (0..<Int.random(in: 0...20, using: &random)).map { _ in
            (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random)
            }
        }
        try write(payloads)
        #expect(try read() == payloads)
    }

    @Test(arguments: 0...60)
    func `what a crash cut off at the end is gone, and the rest is there`(cut: Int) throws {
        let payloads = [Array("first".utf8), Array("second".utf8), Array("third".utf8)]
        try write(payloads)
        let whole = try Data(contentsOf: URL(filePath: path))
        let kept = max(0, whole.count - cut)
        try whole.prefix(kept).write(to: URL(filePath: path))
        let records = try read()
        #expect(payloads.starts(with: records))
        let ends = payloads.reduce(into: [8]) { $0.append($0[$0.count - 1] + 8 + $1.count) }
        #expect(records.count == max(0, ends.count { $0 <= kept } - 1))
        try write([Array("more".utf8)])
        #expect(try read() == records + [Array("more".utf8)])
    }

    @Test func `damage before the end is told, and the file stays as it is`() throws {
        try write([Array("first".utf8), Array("second".utf8)])
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[18] ^= 1
        try bytes.write(to: URL(filePath: path))
        let error = #expect(throws: StoreError.self) { try read() }
        #expect(error?.code == .internalFailure)
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }

    @Test func `a file of something else is refused and left alone`() throws {
        try Data("something else altogether".utf8).write(to: URL(filePath: path))
        let error = #expect(throws: StoreError.self) { try read() }
        #expect(error?.code == .internalFailure)
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("something else altogether".utf8))
    }

    @Test func `two processes do not write one journal`() throws {
        let first = try JournalFile(path: path) { (_) throws(StoreError) in }
        let error = #expect(throws: StoreError.self) { try read() }
        #expect(error?.code == .unavailable)
        #expect(first.size == 8)
    }

    @Test func `a child process that is just being started does not keep the journal locked`() throws {
        var file: JournalFile? = try JournalFile(path: path) { (_) throws(StoreError) in }
        #expect(file?.size == 8)
        let copies = try openDescriptors(of: path).map { dup($0) }
        file = nil
        defer { for copy in copies { close(copy) } }
        #expect(copies.count == 1)
        #expect(try read() == [])
    }

    /// The descriptors of this process that belong to a file.
    private func openDescriptors(of path: String) throws -> [Int32] {
        let own = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: own).filter {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(own)/\($0)")) == path
        }.compactMap { Int32($0) }
    }

    @Test(.enabled(if: SmallDisk.isPermitted, "\(SmallDisk.reason)"))
    func `on a full disk a record is refused before it is acknowledged`() throws {
        let disk = try SmallDisk(bytes: 16 * 1024)
        let payload = [UInt8](repeating: 7, count: 3000)
        var file = try JournalFile(path: disk.file("journal")) { (_) throws(StoreError) in }
        var count = 0
        let error = #expect(throws: StoreError.self) {
            while true {
                try file.append(payload) { _ in }
                count += 1
            }
        }
        #expect(error?.code == .noSpace && count > 0)
        try file.append([1, 2, 3]) { _ in }
        _ = consume file
        var records: [[UInt8]] = []
        _ = try JournalFile(path: disk.file("journal")) { (record) throws(StoreError) in
            records.append(record)
        }
        #expect(records == Array(repeating: payload, count: count) + [[1, 2, 3]])
    }
}
