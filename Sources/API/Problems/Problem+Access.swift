import Domain
import HTTPServer
import Studio

extension Problem {
    /// Says why somebody is not let in, with what would let them in (RFC 6750, section 3).
    init(_ refusal: AccessRefusal) {
        let challenge = "Bearer realm=\"reprise\""
        let invalid = challenge + ", error=\"invalid_token\""
        switch refusal {
        case .nothingShown:
            self.init(.unauthenticated)
            headers = ["WWW-Authenticate": challenge]
        case .unknown:
            self.init(
                .unauthenticated, "What was shown is no key of this service",
                korean: "이 서비스의 키가 아닙니다.")
            headers = ["WWW-Authenticate": invalid]
        case .expired:
            self.init(
                .unauthenticated, "The time of the key or of the session is over",
                korean: "키나 로그인의 유효 기간이 끝났습니다.")
            headers = ["WWW-Authenticate": invalid]
        case .revoked:
            self.init(.unauthenticated, "The key was taken back", korean: "취소된 키입니다.")
            headers = ["WWW-Authenticate": invalid]
        case .tooManyTries(let wait):
            self.init(
                .tooManyRequests, "Too many wrong secrets were tried for this key",
                korean: "이 키로 틀린 비밀을 너무 여러 번 보냈습니다.", retryAfter: wait)
        }
    }

    init(_ error: PermissionError) {
        self.init(
            .forbidden, "The role '\(error.role.rawValue)' does not include '\(error.permission.rawValue)'",
            korean: "'\(error.role.rawValue)' 역할에는 '\(error.permission.rawValue)' 권한이 없습니다.")
        headers = [
            "WWW-Authenticate":
                "Bearer realm=\"reprise\", error=\"insufficient_scope\", scope=\"\(error.permission.rawValue)\""
        ]
    }
}
