import Domain
import HTTPServer

extension API {
    var pageEndpoints: [Endpoint] { [page, asset] }

    private var page: Endpoint {
        Endpoint(
            method: .get, pattern: "/", name: "getPage",
            access: .may(.read),
            summary: "The page on which a person does all of this.",
            replies: [.init(200, "The page.", type: "text/html")], isNegotiated: false
        ) { input in
            let token = input.caller.formToken
            return token.isEmpty
                ? Asset.page.response(to: input.request) : Asset.signedInPage(token, for: input.request)
        }
    }

    private var asset: Endpoint {
        let name = Field.text("name", in: .path, "Name of a file of the page.")
        return Endpoint(
            method: .get, pattern: "/assets/{name}", name: "getAsset",
            access: .anybody, summary: "A file of the page.",
            fields: [name.description],
            replies: [
                .init(200, "The file.", type: "text/css"), .init(200, "The file.", type: "text/javascript"),
                .init(200, "The file.", type: "image/svg+xml"),
                .init(304, "The client has it already."),
            ], problems: [.notFound], isNegotiated: false
        ) { input in
            guard let asset = Asset.named[try input.required(name)] else {
                throw Problem(.notFound, "The page has no such file")
            }
            return asset.response(to: input.request)
        }
    }
}
