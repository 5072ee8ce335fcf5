import Domain
import Embedding
import Testing

@Suite struct BERTEmbedderTests {
    private let model: TinyModel

    init() throws { model = try TinyModel() }

    private func refusal(_ code: ModelFileError.Code) -> ModelFileError? {
        let error = #expect(throws: ModelFileError.self) { try BERTEmbedder(directory: model.path) }
        #expect(error?.code == code, "\(String(describing: error))")
        return error
    }

    @Test func `a small model embeds`() async throws {
        let embedder = try BERTEmbedder(directory: model.path)
        let vectors = try await embedder.embed(["a dog runs", "", String(repeating: "dogs ", count: 1000)])
        #expect(vectors.map(\.count) == [4, 4, 4])
        for vector in vectors { #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5) }
        #expect(try await embedder.embed([]).isEmpty)
    }

    @Test func `other weights are another version`() throws {
        let before = try BERTEmbedder(directory: model.path).version
        let other = try TinyModel()
        var weights = TinyModel.tensors
        weights[weights.count - 20] ^= 1
        try other.writeWeights(weights)
        #expect(try BERTEmbedder(directory: other.path).version.version != before.version)
    }

    @Test(arguments: ["config.json", "vocab.txt", "model.safetensors", "1_Pooling/config.json"])
    func `a missing file is named`(file: String) throws {
        try model.remove(file)
        let error = refusal(.missing)
        #expect(error?.file.hasSuffix(file) == true)
        #expect(error?.description.contains("fetch the whole model directory") == true)
    }

    @Test(arguments: [0, 4, 8, 100, TinyModel.tensors.count - 4])
    func `weights that end too early are refused`(count: Int) throws {
        try model.writeWeights(Array(TinyModel.tensors.prefix(count)))
        let error = refusal(.truncated)
        #expect(error?.file.hasSuffix("model.safetensors") == true)
    }

    @Test(arguments: [
        (#""hidden_size": 4"#, #""hidden_size": 8"#),
        (#""num_hidden_layers": 1"#, #""num_hidden_layers": 2"#),
        (#""vocab_size": 8"#, #""vocab_size": 9"#), (#""intermediate_size": 6"#, #""intermediate_size": 7"#),
    ])
    func `sizes that are not those of the weights are refused`(old: String, new: String) throws {
        try model.replace(old, by: new, in: "config.json")
        _ = refusal(.wrongShape)
    }

    @Test(arguments: [
        ("config.json", #""bert""#, #""roberta""#), ("config.json", #""gelu""#, #""relu""#),
        ("1_Pooling/config.json", "true", "false"),
    ])
    func `another kind of model is refused`(file: String, old: String, new: String) throws {
        try model.replace(old, by: new, in: file)
        #expect(refusal(.unsupported)?.file.hasSuffix(file) == true)
    }

    @Test func `a further step after pooling is refused`() throws {
        try model.write("modules.json", #"[{"type": "sentence_transformers.models.Dense"}]"#)
        _ = refusal(.unsupported)
    }

    @Test(arguments: [
        ("config.json", "{"), ("config.json", "[]"), ("1_Pooling/config.json", "null"),
        ("config.json", TinyModel.configuration.replacing(#"heads": 2"#, with: #"heads": 3"#)),
        ("config.json", TinyModel.configuration.replacing(#"hidden_size": 4"#, with: #"hidden_size": -4"#)),
        ("vocab.txt", "a\nb\nc\nd\ne\nf\ng\nh\n"),
    ])
    func `a file that makes no sense is refused`(file: String, text: String) throws {
        try model.write(file, text)
        #expect(refusal(.malformed)?.file.hasSuffix(file) == true)
    }

    @Test func `weights that are not finite give no vector`() async throws {
        var weights = TinyModel.tensors
        for index in weights.indices.suffix(16) { weights[index] = 0xFF }
        try model.writeWeights(weights)
        let embedder = try BERTEmbedder(directory: model.path)
        await #expect(throws: EmbeddingError.self) { try await embedder.embed(["a dog"]) }
    }
}
