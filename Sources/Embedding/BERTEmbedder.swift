import BlockingExecutor
package import Domain

/// Embeds English texts with a BERT model of sentence-transformers, in this process.
///
/// ```swift
/// let embedder = try BERTEmbedder(directory: "data/packages/all-minilm-l6-v2")
/// let vectors = try await embedder.embed(["A puppy runs along a beach"])
/// ```
///
/// Making one maps the model's file and takes a few milliseconds; the weights are read from disk as
/// they are first used. Texts longer than the model reads are cut at its last token.
package final class BERTEmbedder: Embedder {
    package let dimension: Int
    package let version: Version
    package let wordPieces: (any WordPieces)?

    private let tokenizer: WordPieceTokenizer
    private let model: BERTModel
    private let pool: BlockingPool

    /// Opens a model.
    ///
    /// - Parameters:
    ///   - directory: Holds `config.json`, `vocab.txt`, `model.safetensors` and `1_Pooling/config.json`.
    ///   - threads: How many texts may be embedded at the same time, at least 1.
    /// - Throws: ``ModelFileError`` that names the file and what to do.
    package init(directory: String, threads: Int = 1) throws(ModelFileError) {
        let folder = ModelFolder(path: directory)
        let configuration = try BERTConfiguration(folder: folder)
        let tensors = try Safetensors(folder.map("model.safetensors"))
        let vocabulary = try Vocabulary(folder.map("vocab.txt"), size: configuration.vocabularySize)
        tokenizer = try WordPieceTokenizer(vocabulary, maximumTokens: configuration.maximumTokens)
        model = BERTModel(configuration: configuration, weights: try BERTWeights(tensors, configuration))
        dimension = configuration.hiddenSize
        version = Version(name: folder.name, version: String(tensors.fingerprint, radix: 16))
        pool = BlockingPool(name: "embed", threads: threads)
        wordPieces = StaticPieces(tokenizer: tokenizer, weights: model.weights, configuration: configuration)
    }

    package func embed(_ texts: [String]) async throws(EmbeddingError) -> [[Float]] {
        var vectors: [[Float]] = []
        vectors.reserveCapacity(texts.count)
        // A call for each text, so that a long list does not hold up a short one.
        for text in texts {
            vectors.append(
                try await pool.run { [tokenizer, model] () throws(EmbeddingError) in
                    try Self.vector(of: text, tokenizer, model)
                })
        }
        return vectors
    }

    private static func vector(
        of text: String, _ tokenizer: WordPieceTokenizer, _ model: BERTModel
    ) throws(EmbeddingError) -> [Float] {
        let vector = model.vector(of: tokenizer.tokens(of: text))
        guard vector.allSatisfy(\.isFinite) else {
            throw EmbeddingError("The model gives numbers that are not finite: fetch its weights again")
        }
        return vector
    }
}
