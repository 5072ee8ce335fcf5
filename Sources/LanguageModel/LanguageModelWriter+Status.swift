package import Domain
import Foundation
import HTTPClient
import Resilience

extension LanguageModelWriter {
    /// How the model is doing, as the last calls tell; asks nobody.
    package var status: PartStatus {
        let name = "\(endpoint.settings.model) at \(endpoint.settings.host)"
        return endpoint.condition == .closed
            ? Self.status(.ready, name)
            : Self.status(
                .degraded, "\(name) failed too often lately; the built-in writer writes until it answers")
    }

    /// Asks the server for its models, which costs nothing.
    package func check() async -> PartStatus {
        let settings = endpoint.settings
        var request = HTTPClient.Request(.get, settings.url + "/models")
        // The operator chose the address.
        request.reach = .anywhere
        request.headers = settings.headers
        request.limits.total = .seconds(5)
        request.limits.bodyBytes = 8 << 20
        do throws(HTTPClientError) {
            return status(of: try await client.send(request))
        } catch {
            return Self.status(
                .degraded,
                "\(settings.model) at \(settings.host): \(error.message); the built-in writer writes")
        }
    }

    private func status(of response: HTTPClient.Response) -> PartStatus {
        let settings = endpoint.settings
        let name = "\(settings.model) at \(settings.host)"
        switch response.status {
        case 200:
            let list = try? JSONDecoder().decode(ModelList.self, from: Data(response.body))
            guard let list, !list.data.contains(where: { $0.id == settings.model }) else {
                return Self.status(.ready, name)
            }
            return Self.status(.degraded, "\(settings.host) offers no model \(settings.model); set llm-model")
        case 401, 403:
            return Self.status(.degraded, "\(settings.host) does not accept the key; set REPRISE_LLM_KEY")
        case 404, 405:
            return Self.status(.ready, "\(name); the server does not list its models")
        default:
            return Self.status(.degraded, "\(name) answers with status \(response.status)")
        }
    }

    private static func status(_ state: PartStatus.State, _ detail: String) -> PartStatus {
        PartStatus(name: "llm", state: state, detail: detail)
    }
}

/// The answer of `GET /models`.
private struct ModelList: Decodable {
    struct Model: Decodable {
        let id: String
    }

    let data: [Model]
}
