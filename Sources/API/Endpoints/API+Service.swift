import Domain
import HTTPServer
import Studio
import Telemetry

extension API {
    var serviceEndpoints: [Endpoint] { [metrics, health, readiness, document, documentation] }

    private var metrics: Endpoint {
        Endpoint(
            method: .get, pattern: "/metrics", name: "getMetrics",
            access: .may(.operate),
            summary: "All metrics, in the Prometheus text format or, when asked for, OpenMetrics.",
            replies: [.init(200, "The metrics.", type: "text/plain")], isLimited: false,
            isNegotiated: false
        ) { input in
            let format = ExpositionFormat(accept: input.request.headers["Accept"])
            return HTTPResponse(
                type: format.contentType, headers: ["Cache-Control": "no-store", "Vary": "Accept"],
                body: .bytes(registry.exposition(format)))
        }
    }

    private var health: Endpoint {
        Endpoint(
            method: .get, pattern: "/healthz", name: "getHealth",
            access: .anybody,
            summary: "Answers as long as the process can answer at all.",
            replies: [.init(200, "It can.", type: "text/plain")], isLimited: false,
            isNegotiated: false
        ) { _ in .text("ok\n", headers: ["Cache-Control": "no-store"]) }
    }

    private var readiness: Endpoint {
        Endpoint(
            method: .get, pattern: "/readyz", name: "getReadiness",
            access: .visitors,
            summary: "How the service is doing, and for those who operate it, how each part is.",
            replies: [
                .init(
                    200, "The service does its job, maybe with less than it could.",
                    json: ReadinessView.schema),
                .init(503, "A part that it cannot do without is down.", json: ReadinessView.schema),
            ], isLimited: false
        ) { input in
            let view = ReadinessView(
                parts: await studio.readiness(), isWhole: input.caller.may(.operate))
            return try .json(view, status: view.status == .down ? 503 : 200)
        }
    }

    private var document: Endpoint {
        Endpoint(
            method: .get, pattern: "/openapi.json", name: "getDocument",
            access: .anybody,
            summary: "This document.", replies: [.init(200, "OpenAPI 3.1.", json: ["type": "object"])],
            isNegotiated: false, computes: true
        ) { input in
            let bytes = lastingAnswers.bytes(of: "document") {
                Array(OpenAPIDocument(endpoints: endpoints).value.text.utf8)
            }
            let headers: HTTPHeaders = [
                "ETag": EntityTag(state: nil, of: bytes).text, "Cache-Control": "no-cache",
            ]
            return HTTPResponse.json(bytes, headers: headers).unlessKnown(to: input.request)
        }
    }

    private var documentation: Endpoint {
        Endpoint(
            method: .get, pattern: "/docs", name: "getDocumentation",
            access: .anybody,
            summary: "This document as a page, without script and without anything from elsewhere.",
            replies: [.init(200, "The page.", type: "text/html")], isNegotiated: false, computes: true
        ) { input in
            let language = input.language
            let bytes = lastingAnswers.bytes(of: "documentation-\(language.rawValue)") {
                DocumentationPage(of: endpoints, in: language).bytes
            }
            let headers: HTTPHeaders = [
                "ETag": EntityTag(state: nil, of: bytes).text, "Cache-Control": "no-cache",
                "Vary": "Accept-Language", "Content-Language": language.rawValue,
                "Content-Security-Policy": SecurityHeaders.pagePolicy,
            ]
            let type = Representation.html.contentType
            return HTTPResponse(type: type, headers: headers, body: .bytes(bytes))
                .unlessKnown(to: input.request)
        }
    }
}
