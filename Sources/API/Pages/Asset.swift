import HTTPServer

/// A file of the page, carried inside the program.
struct Asset: Sendable {
    let name: String
    let bytes: [UInt8]
    private let tag: String

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        tag = EntityTag.hash(of: bytes)
    }

    /// The page itself.
    static let page = Asset("index.html", PackageResources.index_html)

    /// The page of somebody who signed in: its forms carry their token, and it has a way out.
    static func signedInPage(_ token: String, for request: HTTPRequest) -> HTTPResponse {
        let text = String(decoding: page.bytes, as: UTF8.self)
            // A token is made of digits and letters of our own.
            .replacing(
                "name=\"\(Door.formField)\" value=\"\"", with: "name=\"\(Door.formField)\" value=\"\(token)\""
            )
            .replacing("class=\"sign-out\" hidden", with: "class=\"sign-out\"")
        var response = Asset(page.name, Array(text.utf8)).response(to: request)
        response.headers.set("Cache-Control", "no-store")
        return response
    }

    /// What the page loads from `/assets/`: a new file of `Assets/` is named here.
    static let all = [
        Asset("address.js", PackageResources.address_js),
        Asset("api.js", PackageResources.api_js),
        Asset("app.js", PackageResources.app_js),
        Asset("diff.js", PackageResources.diff_js),
        Asset("dom.js", PackageResources.dom_js),
        Asset("editor.js", PackageResources.editor_js),
        Asset("history.js", PackageResources.history_js),
        Asset("icon.svg", PackageResources.icon_svg),
        Asset("idea.js", PackageResources.idea_js),
        Asset("keep.js", PackageResources.keep_js),
        Asset("language.js", PackageResources.language_js),
        Asset("notice.js", PackageResources.notice_js),
        Asset("progress.js", PackageResources.progress_js),
        Asset("prompt.css", PackageResources.prompt_css),
        Asset("prompt.js", PackageResources.prompt_js),
        Asset("readable.css", PackageResources.readable_css),
        Asset("recommendations.js", PackageResources.recommendations_js),
        Asset("revisions.js", PackageResources.revisions_js),
        Asset("rooms.css", PackageResources.rooms_css),
        Asset("rooms.js", PackageResources.rooms_js),
        Asset("scene.js", PackageResources.scene_js),
        Asset("studio.css", PackageResources.studio_css),
        Asset("style.css", PackageResources.style_css),
        Asset("video.js", PackageResources.video_js),
        Asset("words.js", PackageResources.words_js),
    ]

    static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Answers with the file, or 304 when the client has this very version.
    func response(to request: HTTPRequest) -> HTTPResponse {
        var headers: HTTPHeaders = ["ETag": "\"\(tag)\"", "Cache-Control": "no-cache"]
        if name.hasSuffix(".html") { headers.set("Content-Security-Policy", SecurityHeaders.pagePolicy) }
        return HTTPResponse(type: contentType, headers: headers, body: .bytes(bytes)).unlessKnown(to: request)
    }

    private var contentType: String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json", "webmanifest": "application/json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        default: "application/octet-stream"
        }
    }
}
