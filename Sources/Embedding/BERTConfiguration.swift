/// What `config.json` and its neighbours say about a model.
struct BERTConfiguration: Sendable {
    let hiddenSize: Int
    let layerCount: Int
    let headCount: Int
    let intermediateSize: Int
    let vocabularySize: Int
    let positionCount: Int
    let typeCount: Int
    let normEpsilon: Float
    /// The longest input in tokens, with the two that mark its ends.
    let maximumTokens: Int

    var headSize: Int { hiddenSize / headCount }

    /// What the model was tested with; longer texts are cut.
    private static let usualMaximumTokens = 256

    init(folder: ModelFolder) throws(ModelFileError) {
        let model = try folder.decode(Model.self, from: "config.json")
        let file = folder.path(of: "config.json")
        guard model.model_type == "bert", model.hidden_act == "gelu",
            model.position_embedding_type ?? "absolute" == "absolute"
        else {
            throw ModelFileError(
                .unsupported, file: file,
                "describes \(model.model_type) with \(model.hidden_act), not bert with gelu and absolute positions"
            )
        }
        let sizes = [
            model.hidden_size, model.num_hidden_layers, model.num_attention_heads, model.intermediate_size,
            model.vocab_size, model.max_position_embeddings, model.type_vocab_size,
        ]
        guard sizes.allSatisfy({ (1...1_000_000).contains($0) }),
            model.hidden_size.isMultiple(of: model.num_attention_heads), model.max_position_embeddings > 2
        else { throw ModelFileError(.malformed, file: file, "holds sizes that do not fit together") }
        hiddenSize = model.hidden_size
        layerCount = model.num_hidden_layers
        headCount = model.num_attention_heads
        intermediateSize = model.intermediate_size
        vocabularySize = model.vocab_size
        positionCount = model.max_position_embeddings
        typeCount = model.type_vocab_size
        normEpsilon = model.layer_norm_eps
        let limits = try folder.decodeIfPresent(Limits.self, from: "sentence_bert_config.json")
        maximumTokens = min(limits?.max_seq_length ?? Self.usualMaximumTokens, positionCount)
        try Self.checkPooling(of: folder)
        try Self.checkTokenizer(of: folder)
        try Self.checkModules(of: folder)
    }

    private static func checkPooling(of folder: ModelFolder) throws(ModelFileError) {
        let pooling = try folder.decode(Pooling.self, from: "1_Pooling/config.json")
        let others = [
            pooling.pooling_mode_cls_token, pooling.pooling_mode_max_tokens,
            pooling.pooling_mode_mean_sqrt_len_tokens,
        ]
        guard pooling.pooling_mode_mean_tokens, !others.contains(true) else {
            throw ModelFileError(
                .unsupported, file: folder.path(of: "1_Pooling/config.json"),
                "asks for other pooling than the mean")
        }
    }

    private static func checkTokenizer(of folder: ModelFolder) throws(ModelFileError) {
        let tokenizer = try folder.decodeIfPresent(Tokenizer.self, from: "tokenizer_config.json")
        guard tokenizer?.do_lower_case ?? true, tokenizer?.strip_accents ?? true else {
            throw ModelFileError(
                .unsupported, file: folder.path(of: "tokenizer_config.json"),
                "asks for cased or accented tokens")
        }
    }

    private static func checkModules(of folder: ModelFolder) throws(ModelFileError) {
        let known: Set<Substring> = ["Transformer", "Pooling", "Normalize"]
        for module in try folder.decodeIfPresent([Module].self, from: "modules.json") ?? [] {
            let name = module.type.split(separator: ".").last ?? ""
            guard known.contains(name) else {
                throw ModelFileError(
                    .unsupported, file: folder.path(of: "modules.json"),
                    "names a further step, \(module.type)")
            }
        }
    }
}

// The names in the files of transformers and sentence-transformers.
extension BERTConfiguration {
    private struct Model: Decodable {
        let model_type: String
        let hidden_act: String
        let position_embedding_type: String?
        let hidden_size: Int
        let num_hidden_layers: Int
        let num_attention_heads: Int
        let intermediate_size: Int
        let vocab_size: Int
        let max_position_embeddings: Int
        let type_vocab_size: Int
        let layer_norm_eps: Float
    }

    private struct Pooling: Decodable {
        let pooling_mode_mean_tokens: Bool
        let pooling_mode_cls_token: Bool?
        let pooling_mode_max_tokens: Bool?
        let pooling_mode_mean_sqrt_len_tokens: Bool?
    }

    private struct Limits: Decodable { let max_seq_length: Int? }

    private struct Tokenizer: Decodable {
        let do_lower_case: Bool?
        let strip_accents: Bool?
    }

    private struct Module: Decodable { let type: String }
}
