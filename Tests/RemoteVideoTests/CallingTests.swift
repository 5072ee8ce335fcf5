import Domain
import RemoteVideo
import TestSupport
import Testing

/// Poll plans, secrets and what is known of a file by its first bytes.
@Suite struct CallingTests {
    private let plan = PollPlan(
        first: .seconds(20), least: .seconds(10), most: .seconds(30), growth: 0.05, patience: .seconds(1800))

    @Test(arguments: [0, 5, 20, 60, 300, 600, 1800])
    func `a pause is within the plan, whatever the age`(seconds: Int) {
        for jitter in [0.0, 0.5, 0.999] {
            let pause = plan.pause(at: .seconds(seconds), jitter: jitter)
            if seconds < 20 {
                #expect(pause >= .seconds(20 - seconds) && pause <= .seconds(22))
            } else {
                #expect(pause >= .seconds(10) && pause <= .seconds(36))
            }
        }
    }

    @Test func `a restart goes on where the plan was`() throws {
        let accepted = Timestamp(milliseconds: 1_795_000_000_000)
        let handle = RemoteHandle(job: "a", server: "https://x.example", acceptedAt: accepted)
        let read = try #require(RemoteHandle(handle.text))
        #expect(read == handle)
        #expect(read.age(at: accepted.advanced(by: .seconds(300))) == .seconds(300))
        // A clock that was set back.
        #expect(read.age(at: Timestamp(milliseconds: 0)) == .zero)
    }

    @Test(arguments: ["", "{}", "task-1", #"{"job":1}"#])
    func `what is no handle is none`(text: String) { #expect(RemoteHandle(text) == nil) }

    @Test func `secrets are taken out by their value, the longer ones first`() {
        let scrubber = SecretScrubber([
            Secret("abcdefgh"), Secret("abcdefgh-and-more"), Secret("short"), Secret(""),
        ])
        #expect(
            scrubber.scrub("short abcdefgh-and-more abcdefgh") == "short [redacted] [redacted]")
    }

    @Test(
        arguments: [
            ([0x1A, 0x45, 0xDF, 0xA3], MediaKind.webm), ([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70], .mp4),
            (Array("<html>".utf8), nil), ([], nil), (Array("RIFF1234WEBP".utf8), nil),
        ] as [([UInt8], MediaKind?)])
    func `a file is what its first bytes say`(head: [UInt8], kind: MediaKind?) {
        #expect(MediaKind(head: head) == kind)
    }

    @Test(arguments: [(0, "$0.00"), (420_000, "$0.42"), (1_234_567, "$1.234567"), (-500_000, "-$0.50")])
    func `money is written exactly`(microdollars: Int, text: String) {
        #expect(Money(microdollars: microdollars).description == text)
    }
}
