import HTTPServer
import Studio

extension Door {
    /// The field of a form that proves that a page of ours sent it.
    static let formField = "_token"
    /// The header that says the same for scripts of our pages.
    static let formHeader = "X-Form-Token"

    /// Refuses what changes something and carries a session's cookie, but not the token of the session: a
    /// browser sends the cookie along whoever made the form.
    ///
    /// - Throws: ``Problem`` with 403.
    func checkForm(_ request: HTTPRequest, of caller: Caller) throws {
        guard let session = caller.session, ![.get, .head, .options].contains(request.method) else { return }
        try checkForm(request) { desk.isFormToken($0, of: session) }
    }

    /// Refuses a form of somebody who has not signed in yet, unless it comes from a page that this browser got.
    ///
    /// - Throws: ``Problem`` with 403.
    func checkFirstForm(_ request: HTTPRequest) throws {
        let cookie = SessionCookie.form.value(in: request)
        try checkForm(request) { shown in cookie.map { desk.areEqual(shown, $0) } ?? false }
    }

    private func checkForm(_ request: HTTPRequest, _ isRight: (String) -> Bool) throws {
        let shown = try request.headers[Self.formHeader] ?? FormFields(request).string(Self.formField)
        guard let shown, isRight(shown) else {
            metrics.count(.form)
            throw Problem(.formExpired)
        }
    }
}
