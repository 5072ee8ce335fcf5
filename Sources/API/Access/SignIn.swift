import Domain
import HTTPServer

/// The page on which somebody shows their key once, and is known by a cookie from then on.
enum SignIn {
    static let path = "/sign-in"

    /// Sends a browser that opens a page to where it can sign in; nil for everybody else.
    static func way(for request: HTTPRequest) -> HTTPResponse? {
        guard [.get, .head].contains(request.method),
            request.headers.values("Accept").contains(where: { $0.contains("text/html") })
        else { return nil }
        var response = HTTPResponse(
            status: 303,
            headers: [
                "Location": "\(path)?next=\(request.target.percentEncoded)", "Cache-Control": "no-store",
                "Vary": "Accept, Cookie",
            ])
        SecurityHeaders.add(to: &response)
        return response
    }

    /// Where to go on: a path of this service, but not this page again; nil for what leads elsewhere.
    static func way(on text: String?) -> String? {
        text.flatMap { OwnPath($0)?.text }.flatMap { $0.hasPrefix(path) ? nil : $0 }
    }

    /// - Parameters:
    ///   - next: Where to go on.
    ///   - token: What the form proves its origin with.
    ///   - trouble: Why the last try failed.
    static func page(
        next: String, token: String, trouble: String? = nil, language: AnswerLanguage
    ) -> HTML {
        let words = SignInWords(language)
        let form = HTML.element(
            "form", ["method": "post", "action": path, "class": "field"],
            [
                .element("input", ["type": "hidden", "name": Door.formField, "value": token], []),
                .element("input", ["type": "hidden", "name": "next", "value": next], []),
                .element(
                    "label", ["class": "field"],
                    [
                        .element("span", words.key),
                        .element(
                            "input",
                            [
                                "type": "password", "name": "key", "required": "",
                                "autocomplete": "current-password", "autofocus": "",
                            ], []),
                    ]),
                .element("button", ["type": "submit", "class": "primary"], [.text(words.signIn)]),
            ])
        let notice = trouble.map {
            [HTML.element("p", ["class": "notice bad", "role": "alert"], [.text($0)])]
        }
        return document(
            words.signIn, (notice ?? []) + [.element("p", ["class": "hint"], [.text(words.hint)]), form],
            language: language)
    }

    /// The page that asks whether somebody wants to leave, and says who they are.
    static func leavingPage(_ caller: Caller, language: AnswerLanguage) -> HTML {
        let words = SignInWords(language)
        let form = HTML.element(
            "form", ["method": "post", "action": "/sign-out", "class": "field"],
            [
                .element(
                    "input",
                    ["type": "hidden", "name": Door.formField, "value": caller.formToken], []),
                .element("button", ["type": "submit", "class": "primary"], [.text(words.signOut)]),
            ])
        let who = "\(caller.actor.name) · \(caller.actor.role.rawValue) · \(caller.workspace.rawValue)"
        return document(words.signOut, [.element("p", who), form], language: language)
    }

    private static func document(
        _ title: String, _ pieces: [HTML], language: AnswerLanguage
    ) -> HTML {
        .element(
            "html", ["lang": language.rawValue],
            [
                .element(
                    "head",
                    [
                        .element("meta", ["charset": "utf-8"], []),
                        .element(
                            "meta",
                            ["name": "viewport", "content": "width=device-width, initial-scale=1"], []),
                        .element("title", "\(title) – Reprise"),
                        .element("link", ["rel": "icon", "href": "/assets/icon.svg"], []),
                        .element("link", ["rel": "stylesheet", "href": "/assets/style.css"], []),
                    ]),
                .element(
                    "body",
                    [
                        .element(
                            "header", ["class": "top"],
                            [.element("a", ["class": "mark", "href": "/"], [.text("Reprise")])]),
                        .element("main", [.element("h1", title)] + pieces),
                    ]),
            ])
    }
}

/// What the pages for signing in say, in both languages.
struct SignInWords: Sendable {
    let signIn, signOut, key, hint: String

    init(_ language: AnswerLanguage) {
        switch language {
        case .english:
            (signIn, signOut, key) = ("Sign in", "Sign out", "Your key")
            hint = "It begins with rpk_. Whoever runs this service made it with 'reprise key create'."
        case .korean:
            (signIn, signOut, key) = ("로그인", "로그아웃", "키")
            hint = "rpk_로 시작합니다. 서비스를 운영하는 사람이 'reprise key create'로 만들어 줍니다."
        }
    }
}
