import Foundation
import Synchronization
import Telemetry
import Testing

@Suite struct LogTests {
    private let sink = MemoryLogSink()

    private func log(_ level: LogLevel = .debug, secrets: [String] = []) -> Log {
        Log(level: level, sink: sink, secrets: secrets, now: { 1_795_000_000_123 })
    }

    @Test func `a line is one JSON object with its fields in order`() {
        log().info("job submitted", ["job.id": "J1", "attempt": 2, "wait": Duration.milliseconds(1500)])
        #expect(
            sink.lines == [
                #"{"time":"2026-11-18T11:06:40.123Z","level":"info","message":"job submitted","job.id":"J1","attempt":2,"wait":1.5}"#
            ])
    }

    @Test func `values of every kind are JSON`() throws {
        log().info(
            "values",
            [
                "text": "a\"b\\c\nd\u{0}\u{7F}눈", "whole": -1, "part": 0.5, "no number": Double.nan,
                "yes": true,
                "nothing": String?.none, "something": Int?.some(3),
            ])
        let object = try parsed(sink.lines[0])
        #expect(object["text"] as? String == "a\"b\\c\nd\u{0}\u{7F}눈")
        #expect(object["whole"] as? Int == -1)
        #expect(object["part"] as? Double == 0.5)
        #expect(object["no number"] as? String == "nan")
        #expect(object["yes"] as? Bool == true)
        #expect(object["nothing"] == nil)
        #expect(object["something"] as? Int == 3)
    }

    @Test(arguments: LogLevel.allCases)
    func `only what matters enough is written`(level: LogLevel) {
        let log = log(level)
        log.debug("d")
        log.info("i")
        log.warning("w")
        log.error("e")
        #expect(sink.lines.count == LogLevel.allCases.count - level.rawValue)
        #expect(LogLevel(name: level.name) == level)
    }

    @Test func `fields of a line that is not written are not made`() {
        func expensive() -> String {
            Issue.record("It was made")
            return ""
        }
        log(.info).debug("d", ["x": expensive()])
        #expect(sink.lines.isEmpty)
    }

    @Test func `the request's identifier is on every line of its task and no other`() async throws {
        let log = log()
        await Log.$requestID.withValue("R1") {
            log.info("inside")
            await withDiscardingTaskGroup { $0.addTask { log.info("in a child") } }
        }
        log.info("outside")
        #expect(try sink.lines.map { try parsed($0)["request.id"] as? String } == ["R1", "R1", nil])
    }

    @Test(arguments: ["s3cret", "s3cret/with more", "비밀", "a\"b\n", "."])
    func `a secret is never written`(secret: String) throws {
        log(secrets: [secret, "s3cret", ""]).error(
            "failed", ["alone": secret, "inside": "Bearer \(secret), and again \(secret)!"])
        let object = try parsed(sink.lines[0])
        #expect(object["alone"] as? String == "[redacted]")
        #expect(object["inside"] as? String == "Bearer [redacted], and again [redacted]!")
    }

    @Test func `a long value is cut between characters and a line stays short`() throws {
        log().info("long", ["text": String(repeating: "눈", count: 5000)])
        let text = try #require(try parsed(sink.lines[0])["text"] as? String)
        #expect(text == String(repeating: "눈", count: 341) + "…")

        let long = String(repeating: "\u{1}", count: 1000)
        log().info("many", ["a": long, "b": 1, "c": long])
        let object = try parsed(sink.lines[1])
        #expect(sink.lines[1].utf8.count < 4096)
        #expect(object["b"] as? Int == 1)
        #expect(object["log.cut"] as? Bool == true)
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (1_709_164_800_000, "2024-02-29T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
    func `times are RFC 3339`(milliseconds: Int64, text: String) throws {
        Log(sink: sink, now: { milliseconds }).info("now")
        #expect(try parsed(sink.lines[0])["time"] as? String == text)
    }

    @Test func `a level can be changed while the log is in use`() {
        let log = log(.warning)
        log.info("no")
        let copy = log
        log.threshold.level = .debug
        copy.debug("yes")
        #expect(sink.lines.count == 1 && log.threshold.level == .debug)
    }

    @Test(arguments: [
        "llm.key", "password", "http.authorization", "redis.uri", "webhook.secret", "a.b.token",
    ])
    func `a field whose name says that it is a secret is never written`(name: String) {
        log().info("m", [name: "abc789"])
        log().info("n", [name: 789])
        #expect(sink.lines.allSatisfy { !$0.contains("789") && $0.contains("[redacted]") })
    }

    @Test(arguments: ["http.status", "tokens", "keyword", "http.route"])
    func `other fields are`(name: String) {
        log().info("m", [name: "abc789"])
        #expect(sink.lines[0].contains("abc789"))
    }

    @Test func `people read text`() {
        let log = Log(
            sink: sink, secrets: ["s3cret"], format: .text(hasColours: false), now: { 1_795_000_000_123 })
        log.info(
            "job submitted", ["job.id": "J1", "wait": Duration.milliseconds(1500), "why": "a b\n=\"s3cret\""])
        log.warning("short")
        #expect(
            sink.lines == [
                #"11:06:40.123 INFO job submitted  job.id=J1  wait=1.5  why="a b\n=\"[redacted]\"""#,
                "11:06:40.123 WARN short",
            ])
        Log(sink: sink, format: .text(hasColours: true)).error("red")
        #expect(sink.lines[2].contains("\u{1B}[31mFAIL\u{1B}[0m red"))
    }

    @Test func `repeats are sampled, and the next line says how many were left out`() throws {
        let time = Mutex<Int64>(1000)
        let log = Log(sink: sink, burst: 3, now: { time.withLock { $0 } })
        func many(_ count: Int) { for _ in 0..<count { log.info("again") } }
        many(3)
        many(99)
        #expect(sink.lines.count == 3)
        many(1)
        #expect(try parsed(sink.lines[3])["log.omitted"] as? Int == 99)
        log.info("another")
        #expect(sink.lines.count == 5)
        many(7)
        time.withLock { $0 = 2000 }
        many(1)
        #expect(try parsed(sink.lines[5])["log.omitted"] as? Int == 7)
        for _ in 0..<50 { log.record(.info, "access") { [:] } }
        #expect(sink.lines.count == 56)
    }

    private func parsed(_ line: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
}
