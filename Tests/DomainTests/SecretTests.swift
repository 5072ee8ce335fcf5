import Domain
import Testing

@Suite struct SecretTests {
    @Test func `no way of printing shows a secret`() {
        let secret = Secret("topsecret")
        var dumped = ""
        dump(["key": secret], to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), String(describing: [secret]), dumped] {
            #expect(!text.contains("topsecret"))
        }
        #expect(secret.reveal() == "topsecret")
    }
}
