import Domain
import Foundation
import HTTPClient
import RemoteVideo
import TestSupport
import Testing

/// Tokens that Kling's older keys sign, against PyJWT.
@Suite struct TokenTests {
    private static let packages = BuildProducts.package.appending(path: "data/packages").path
    static let hasPyJWT = FileManager.default.fileExists(atPath: packages + "/jwt/__init__.py")

    private let signer = TokenSigner(accessKey: Secret("access-1"), secretKey: Secret("secret-1/ä+"))
    private let now = Timestamp(milliseconds: 1_795_000_000_000)

    @Test(.enabled(if: hasPyJWT))
    func `another hand reads the token and finds the claims`() async throws {
        let script = """
            import sys, json, jwt
            token = sys.stdin.readline().strip()
            claims = jwt.decode(token, "secret-1/ä+", algorithms=["HS256"], options={"verify_exp": False,
                                "verify_nbf": False})
            print(json.dumps({"claims": claims, "head": jwt.get_unverified_header(token)}, sort_keys=True))
            """
        let child = try ChildProcess(
            "/usr/bin/python3", ["-c", script], environment: ["PYTHONPATH": Self.packages],
            input: signer.token(at: now).reveal() + "\n")
        let ending = await child.ending()
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(
            ending.output == """
                {"claims": {"exp": 1795001800, "iss": "access-1", "nbf": 1794999995}, \
                "head": {"alg": "HS256", "typ": "JWT"}}

                """)
    }

    @Test func `a token is three parts without padding, and says nothing of the secret`() {
        let token = signer.token(at: now)
        let parts = token.reveal().split(separator: ".")
        #expect(parts.count == 3)
        #expect(!token.reveal().contains("="))
        #expect("\(token)" == "[redacted]")
        #expect(signer.token(at: now) == token)
        #expect(signer.token(at: now.advanced(by: .seconds(1))) != token)
    }

    @Test(arguments: [
        ("one-key", true), ("access|secret", true), ("access|", false), ("|x", false), ("a|b|c", false),
    ])
    func `Kling takes one key or a pair`(key: String, isTaken: Bool) throws {
        let desk = ServiceDesk(
            client: HTTPClient(), clock: ManualWallClock(), pictures: NoPictures(),
            downloads: Downloads(client: HTTPClient()) { _, _ in })
        let book = try OfferBook.named("kling")
        let kling = try KnownService.named("kling")
        if isTaken {
            _ = try desk.provider(kling, book, key: Secret(key))
        } else {
            let error = #expect(throws: InputError.self) { try desk.provider(kling, book, key: Secret(key)) }
            #expect(error?.field == "kling-key")
        }
    }
}
