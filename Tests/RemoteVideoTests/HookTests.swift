import Domain
import Foundation
import RemoteVideo
import TestSupport
import Testing

/// Messages of services, whose signatures are made by another hand.
@Suite struct HookTests {
    private static let packages = BuildProducts.package.appending(path: "data/packages").path
    static let hasPeer = FileManager.default.fileExists(atPath: packages + "/standardwebhooks/__init__.py")

    private let clock = ManualWallClock()
    private let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private let body = #"{"id":"p-1","status":"succeeded"}"#

    @Test(.enabled(if: hasPeer))
    func `a signature of another hand is taken once`() async throws {
        let desk = HookDesk(["replicate": HookVerifier(.standardWebhooks(Secret(secret)), clock: clock)])
        let message = message(try await signature(body), body)
        #expect(try desk.receive(message, from: "replicate") == "p-1")
        #expect(throws: HookError.repeated) { try desk.receive(message, from: "replicate") }
        #expect(throws: HookError.unknownProvider) { try desk.receive(message, from: "nobody") }
    }

    @Test(.enabled(if: hasPeer))
    func `another body, another secret and another time are refused`() async throws {
        let signature = try await signature(body)
        let ours = HookVerifier(.standardWebhooks(Secret(secret)), clock: clock)
        #expect(throws: HookError.wrongSignature) { try ours.check(message(signature, body + " ")) }
        let other = HookVerifier(
            .standardWebhooks(Secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")), clock: clock)
        #expect(throws: HookError.wrongSignature) { try other.check(message(signature, body)) }
        clock.advance(by: .seconds(301))
        #expect(throws: HookError.tooOld) { try ours.check(message(signature, body)) }
    }

    @Test func `what lacks a header says which`() {
        let ours = HookVerifier(.standardWebhooks(Secret(secret)), clock: clock)
        #expect(throws: HookError.malformed("it has no header webhook-id")) {
            try ours.check(HookMessage(body: []) { _ in nil })
        }
    }

    @Test func `a secret in the address is the whole secret`() throws {
        let ours = HookVerifier(.token(Secret("of-our-own")), clock: clock)
        try ours.check(HookMessage(body: [], token: "of-our-own") { _ in nil })
        for token in ["of-our-ow", "of-our-own!", "", nil] {
            #expect(throws: HookError.wrongSignature) {
                try ours.check(HookMessage(body: [], token: token) { _ in nil })
            }
        }
    }

    @Test func `a signature of OpenSSL's own program is taken`() async throws {
        let folder = try TemporaryFolder()
        let (body, stamp) = (Array("{}".utf8), "\(clock.now().milliseconds / 1000)")
        // SHA-256 of the body.
        let digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        try Data("r\nu\n\(stamp)\n\(digest)".utf8).write(to: URL(filePath: folder.file("text")))
        let script = """
            cd '\(folder.path)' && openssl genpkey -algorithm ed25519 -out key 2>/dev/null &&
            openssl pkey -in key -pubout -outform DER | tail -c 32 | base64 &&
            openssl pkeyutl -sign -inkey key -rawin -in text | od -An -v -tx1 | tr -d ' \\n'
            """
        let ending = await (try ChildProcess("/bin/sh", ["-c", script])).ending()
        let lines = ending.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 2, "\(ending.errors)")
        let fields = [
            "x-fal-webhook-request-id": "r", "x-fal-webhook-user-id": "u",
            "x-fal-webhook-timestamp": stamp, "x-fal-webhook-signature": lines[1],
        ]
        let key = try #require(Data(base64Encoded: lines[0]))
        let ours = HookVerifier(.ed25519([Array(key)]), clock: clock)
        try ours.check(HookMessage(body: body) { fields[$0] })
        #expect(throws: HookError.wrongSignature) {
            try ours.check(HookMessage(body: body + body) { fields[$0] })
        }
    }

    // RFC 8032, section 7.1, test 2, with a message that is not fal's: nothing of it may be taken.
    @Test func `a signature of another message is refused`() {
        let key = Data(base64Encoded: "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=").map(Array.init) ?? []
        let ours = HookVerifier(.ed25519([key]), clock: clock)
        let fields = [
            "x-fal-webhook-request-id": "r", "x-fal-webhook-user-id": "u",
            "x-fal-webhook-timestamp": "\(clock.now().milliseconds / 1000)",
            "x-fal-webhook-signature": "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ]
        #expect(throws: HookError.wrongSignature) {
            try ours.check(HookMessage(body: [0x72]) { fields[$0] })
        }
    }

    private func message(_ signature: String, _ body: String) -> HookMessage {
        let fields = [
            "webhook-id": "msg_1", "webhook-signature": signature,
            "webhook-timestamp": "1795000000",
        ]
        return HookMessage(body: Array(body.utf8)) { fields[$0] }
    }

    /// What `standardwebhooks` of PyPI signs.
    private func signature(_ body: String) async throws -> String {
        let script = """
            import sys, datetime
            from standardwebhooks.webhooks import Webhook
            at = datetime.datetime.fromtimestamp(1795000000, tz=datetime.timezone.utc)
            print(Webhook("\(secret)").sign("msg_1", at, sys.stdin.readline().rstrip("\\n")))
            """
        let child = try ChildProcess(
            "/usr/bin/python3", ["-c", script], environment: ["PYTHONPATH": Self.packages], input: body + "\n"
        )
        let ending = await child.ending()
        #expect(ending.code == 0, "\(ending.errors)")
        return ending.output.split(separator: "\n").map(String.init).first ?? ""
    }
}
