import Domain
import Embedding
import HTTPClient
import LanguageModel
import Similarity

/// What turns texts into vectors: an endpoint, a model's folder, or words alone.
struct EmbedderChoice: Sendable {
    let embedder: any Embedder
    let status: PartStatus

    /// Takes the endpoint when one is configured, else the folder, else hashed words.
    ///
    /// - Throws: ``InputError`` that names the setting of the endpoint that does not fit.
    init(_ settings: Settings) throws(InputError) {
        guard settings.embeddingURL.isEmpty else {
            let endpoint = try EndpointEmbedder.Settings(
                url: settings.embeddingURL, key: settings.embeddingKey, model: settings.embeddingName,
                dimension: settings.embeddingDimension)
            var client = HTTPClient.Configuration()
            client.userAgent = "Reprise/\(VersionCommand.version)"
            embedder = EndpointEmbedder(endpoint, client: HTTPClient(client))
            status = PartStatus(
                name: "embedding", state: .ready, detail: "Meaning by \(endpoint.model) at \(endpoint.url)")
            return
        }
        let folder = Resources(settings).embeddingModel
        do {
            embedder = try BERTEmbedder(directory: folder)
            status = PartStatus(name: "embedding", state: .ready, detail: "Meaning by \(folder)")
        } catch {
            embedder = HashedEmbedder()
            status = PartStatus(
                name: "embedding", state: .degraded,
                detail: "Similar prompts are found by words only: \(error); 'make packages' fetches the model"
            )
        }
    }
}
