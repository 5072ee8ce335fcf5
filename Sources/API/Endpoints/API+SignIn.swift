import Domain
import HTTPServer
import Studio
import Telemetry

extension API {
    var signInEndpoints: [Endpoint] { [signInPage, signingIn, signOutPage, signingOut] }

    private static var next: Field<String> {
        Field.line("next", in: .query, "Where to go on: a path of this service.", maximum: 2000)
    }

    private var signInPage: Endpoint {
        Endpoint(
            method: .get, pattern: "/sign-in", name: "getSignInPage",
            access: .visitors,
            summary: "The page on which a person shows their key once.", fields: [Self.next.description],
            replies: [.init(200, "The page.", type: "text/html")]
        ) { input in
            signInForm(next: SignIn.way(on: try input.value(Self.next)) ?? "/", of: input)
        }
    }

    private var signingIn: Endpoint {
        let key = Field.text("key", in: .body, "The secret of a key.", isRequired: true)
        let next = Field.line("next", in: .body, "Where to go on: a path of this service.", maximum: 2000)
        return Endpoint(
            method: .post, pattern: "/sign-in", name: "signIn",
            access: .visitors,
            summary: "Starts a session for a browser; scripts show their key with every request instead.",
            fields: [key.description, next.description],
            replies: [
                .init(303, "The session has begun; its cookie comes along."),
                .init(401, "The key is not taken; the page once more.", type: "text/html"),
            ], problems: [.formExpired, .tooManyRequests], showsSecret: true
        ) { input in
            try door.checkFirstForm(input.request)
            let next = SignIn.way(on: try input.value(next)) ?? "/"
            do {
                let started = try await door.desk.signIn(with: Secret(input.required(key).trimmed))
                let seconds = started.session.startedAt.duration(to: started.session.endsAt) / .seconds(1)
                let cookie = SessionCookie.session.set(
                    started.token.reveal(), seconds: Int64(seconds), for: input.request)
                return Self.moved(
                    to: next, cookies: [cookie, SessionCookie.form.removal(for: input.request)])
            } catch let refusal as AccessRefusal {
                door.metrics.count(AccessMetrics.Reason(refusal))
                log.warning("sign-in refused", ["reason": AccessMetrics.Reason(refusal).rawValue])
                let problem = Problem(refusal)
                guard problem.kind == .unauthenticated else { throw problem }
                return signInForm(
                    next: next, of: input, trouble: problem.detail(in: input.language), status: 401)
            }
        }
    }

    private var signOutPage: Endpoint {
        Endpoint(
            method: .get, pattern: "/sign-out", name: "getSignOutPage",
            access: .may(.read),
            summary: "The page on which a person leaves.",
            replies: [.init(200, "The page.", type: "text/html")]
        ) { input in
            Self.page(SignIn.leavingPage(input.caller, language: input.language), of: input)
        }
    }

    private var signingOut: Endpoint {
        Endpoint(
            method: .post, pattern: "/sign-out", name: "signOut",
            access: .may(.read),
            summary: "Ends the session of a browser; its cookie is worth nothing any more.",
            replies: [.init(303, "It is over.")], problems: [.formExpired]
        ) { input in
            if let token = input.caller.session, let key = input.caller.key {
                try await door.desk.signOut(token, of: key)
            }
            var response = Self.moved(
                to: SignIn.path, cookies: [SessionCookie.session.removal(for: input.request)])
            response.headers.set("Clear-Site-Data", "\"cache\", \"storage\"")
            return response
        }
    }

    private func signInForm(
        next: String, of input: Input, trouble: String? = nil, status: Int = 200
    ) -> HTTPResponse {
        let token = door.desk.newFormToken()
        let page = SignIn.page(next: next, token: token, trouble: trouble, language: input.language)
        var response = Self.page(page, of: input, status: status)
        response.headers.add(
            "Set-Cookie", SessionCookie.form.set(token, seconds: 3600, for: input.request))
        return response
    }

    private static func page(_ page: HTML, of input: Input, status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status, type: "text/html; charset=utf-8",
            headers: [
                "Content-Security-Policy": SecurityHeaders.pagePolicy, "Cache-Control": "no-store",
                "Content-Language": input.language.rawValue, "Vary": "Accept-Language, Cookie",
            ], body: .bytes(page.document))
    }

    private static func moved(to path: String, cookies: [String]) -> HTTPResponse {
        var response = HTTPResponse(status: 303, headers: ["Location": path, "Cache-Control": "no-store"])
        for cookie in cookies { response.headers.add("Set-Cookie", cookie) }
        return response
    }
}
