import Domain
import TestSupport
import Testing
import Webhooks

@Suite struct WebhookSignatureTests {
    // The example of the specification (standard-webhooks, "Signature scheme" and its libraries' tests).
    @Test func `the specification's example is signed as it says`() throws {
        let signature = try WebhookSignature(secret: Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let header = signature.header(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
            body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(header == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(arguments: ["", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_!!", "whsec_c2hvcnQ="])
    func `what is no secret is refused, and not shown`(text: String) {
        let error = #expect(throws: InputError.self) { try WebhookSignature(secret: Secret(text)) }
        #expect(error?.field == "webhook-secret")
        #expect(text.isEmpty || text == "whsec_" || error?.expected.contains(text) == false)
    }
}
