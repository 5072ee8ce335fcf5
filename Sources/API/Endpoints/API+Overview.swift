import Domain
import HTTPServer

extension API {
    var overviewEndpoints: [Endpoint] { [overview] }

    private var overview: Endpoint {
        Endpoint(
            method: .get, pattern: "/v1", name: "getOverview",
            access: .may(.read),
            summary: "Where everything is; as a page, with a form for everything that needs no other thing.",
            replies: [
                .init(
                    200, "Addresses by name.",
                    json: Schemas.object(["version": Schemas.text, "links": Schemas.links]))
            ]
        ) { _ in try .json(OverviewView()) }
    }
}

/// The start of the API as clients see it.
private struct OverviewView: Encodable {
    let version = OpenAPIDocument.version
    let links = [
        "prompts": "/v1/prompts", "videos": "/v1/videos", "reviews": "/v1/reviews", "edits": "/v1/edits",
        "trash": "/v1/trash", "models": "/v1/models", "preferences": "/v1/preferences",
        "labelRules": "/v1/label-rules", "cache": "/v1/cache", "audit": "/v1/audit",
        "document": "/openapi.json",
        "documentation": "/docs", "page": "/",
    ]
}
