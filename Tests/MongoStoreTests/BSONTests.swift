import Domain
import TestSupport
import Testing

@testable import MongoStore

/// The mapping of the domain to BSON, byte for byte.
@Suite struct BSONTests {
    private struct Record: Codable, Equatable {
        var id: String
        var number = 0
        var seed: UInt64 = 0
        var share = 0.0
        var isTrue = false
        var at = Timestamp(milliseconds: 0)
        var none: String?
        var list: [String] = []
        var inner: [Inner] = []

        struct Inner: Codable, Equatable {
            var id: String
            var note: String?
        }
    }

    @Test func `a record has the bytes that the specification says`() throws {
        struct Small: Encodable {
            let id = "a\u{0}"
            let n = 1
            let d = Timestamp(milliseconds: -1)
            let u = UInt64.max
        }
        let expected: [UInt8] =
            [58, 0, 0, 0] + [0x02] + Array("_id".utf8) + [0, 3, 0, 0, 0, 0x61, 0, 0]
            + [0x12, 0x6E, 0, 1, 0, 0, 0, 0, 0, 0, 0]
            + [0x09, 0x64, 0] + [UInt8](repeating: 0xFF, count: 8)
            + [0x13, 0x75, 0] + [UInt8](repeating: 0xFF, count: 8) + [0, 0, 0, 0, 0, 0, 0x40, 0x30] + [0]
        #expect(try BSONEncoder.encode(Small()).bytes == expected)
    }

    @Test(
        arguments: [
            "", "a\u{0}b", "\u{0}", "고양이", "\u{1112}\u{1161}\u{11AB}", "👩‍👩‍👧", "$set", "a.b", "\u{2028}\u{FEFF}",
        ] as [VisibleText])
    func `text comes back byte for byte`(sample: VisibleText) throws {
        let record = Record(
            id: sample.text, none: sample.text, list: [sample.text, ""],
            inner: [Record.Inner(id: sample.text, note: nil)])
        let document = try BSONEncoder.encode(record)
        let copy = try BSONDecoder.decode(Record.self, from: document)
        #expect(copy == record)
        for text in [copy.id, copy.none, copy.list[0], copy.inner[0].id].compactMap(\.self) {
            #expect(text.utf8.elementsEqual(sample.text.utf8))
        }
    }

    @Test(arguments: [0, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, UInt64.max - 1, UInt64.max])
    func `a seed of 64 bits is a whole number, a decimal when it does not fit`(seed: UInt64) throws {
        let document = try BSONEncoder.encode(Record(id: "a", seed: seed))
        if seed > UInt64(Int64.max) {
            #expect(document["seed"] == .decimal(BSONDecimal(seed)))
        } else {
            #expect(document["seed"] == .int(Int64(seed)))
        }
        #expect(try BSONDecoder.decode(Record.self, from: document).seed == seed)
    }

    @Test(arguments: [Int64.min, -1, 0, 1, 1_795_000_000_123, Int64.max])
    func `a moment is a date of BSON`(milliseconds: Int64) throws {
        let time = Timestamp(milliseconds: milliseconds)
        let document = try BSONEncoder.encode(Record(id: "a", at: time))
        #expect(document["at"] == .date(time))
        #expect(try BSONDecoder.decode(Record.self, from: document).at == time)
    }

    @Test(arguments: [
        0.0, -0.0, 0.1 + 0.2, Double.greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity,
    ])
    func `a fraction comes back bit by bit`(number: Double) throws {
        let copy = try BSONDecoder.decode(
            Record.self, from: try BSONEncoder.encode(Record(id: "a", share: number)))
        #expect(copy.share.bitPattern == number.bitPattern)
    }

    @Test(arguments: UInt64(0)..<50)
    func `records of the history come back as they were`(seed: UInt64) throws {
        var samples = HistorySamples(seed: seed)
        let (prompt, first) = try samples.prompt()
        let next = samples.revision(after: first)
        var job = try samples.job()
        job.lease = VideoJob.Lease(owner: samples.text(), token: Int.max, expiresAt: samples.now())
        #expect(try copy(prompt) == prompt)
        #expect(try copy(next) == next)
        #expect(try copy(job) == job)
    }

    @Test func `nil is no element, and an unknown element is passed over`() throws {
        let document = try BSONEncoder.encode(Record(id: "a"))
        #expect(document["none"] == nil)
        let more = document.with([
            "later": ["a": [1, 2]], "time": .other(type: 0x11, bytes: [1, 2, 3, 4, 5, 6, 7, 8]),
        ])
        #expect(try BSONDecoder.decode(Record.self, from: more) == Record(id: "a"))
    }

    @Test(arguments: UInt64(0)..<300)
    func `damaged bytes are an error and nothing worse`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var samples = HistorySamples(seed: seed)
        var bytes = try BSONEncoder.encode(try samples.prompt().prompt).bytes
        for _ in 0...Int.random(in: 0...4, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1...bytes.count, using: &random)) }
        do {
            _ = try BSONDecoder.decode(Prompt.self, from: BSONDocument(bytes: bytes))
        } catch {
            #expect(error.code == .internalFailure)
        }
    }

    private func copy<Value: Codable>(_ value: Value) throws -> Value {
        try BSONDecoder.decode(Value.self, from: try BSONEncoder.encode(value))
    }
}
