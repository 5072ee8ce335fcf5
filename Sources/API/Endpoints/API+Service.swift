import Domain
import HTTPServer
import Studio
import Telemetry

extension API {
    var serviceEndpoints: [Endpoint] { [metrics, health, readiness, document] }

    private var metrics: Endpoint {
        Endpoint(
            method: .get, pattern: "/metrics", name: "getMetrics",
            access: .may(.operate),
            summary: "All metrics, in the Prometheus text format or, when asked for, OpenMetrics.",
            replies: [.init(200, "The metrics.", type: "text/plain")]
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
            replies: [.init(200, "It can.", type: "text/plain")]
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
            ]
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
            summary: "This document.", replies: [.init(200, "OpenAPI 3.1.", json: ["type": "object"])]
        ) { _ in try .json(OpenAPIDocument(endpoints: endpoints).value) }
    }
}
