import Foundation
import TestSupport

/// A whole model of a few hundred bytes, to be broken by tests.
struct TinyModel {
    private let folder: TemporaryFolder

    var path: String { folder.path }

    private static let pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "dog", "run", "##s", "a"]

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("1_Pooling"), withIntermediateDirectories: true)
        try write("1_Pooling/config.json", #"{"pooling_mode_mean_tokens": true}"#)
        try write("config.json", Self.configuration)
        try write("vocab.txt", Self.pieces.joined(separator: "\n") + "\n")
        try writeWeights(Self.tensors)
    }

    func file(_ name: String) -> String { folder.file(name) }

    func write(_ file: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder.file(file)))
    }

    /// Replaces a text in a file.
    func replace(_ old: String, by new: String, in file: String) throws {
        let text = try String(contentsOfFile: folder.file(file), encoding: .utf8)
        try write(file, text.replacing(old, with: new))
    }

    func writeWeights(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: folder.file("model.safetensors")))
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: folder.file(file)) }

    static let configuration = """
        {"model_type": "bert", "hidden_act": "gelu", "hidden_size": 4, "num_hidden_layers": 1,
        "num_attention_heads": 2, "intermediate_size": 6, "vocab_size": 8, "max_position_embeddings": 10,
        "type_vocab_size": 2, "layer_norm_eps": 1e-12}
        """

    /// The weights with their header, the values from a seeded generator.
    static let tensors: [UInt8] = {
        var header: [String: Any] = ["__metadata__": ["format": "pt"]]
        var components: [Float] = []
        var random = SplitMix64(seed: 1)
        for (name, shape) in shapes {
            let (start, count) = (components.count, shape.reduce(1, *))
            components += (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
            header[name] = [
                "dtype": "F32", "shape": shape, "data_offsets": [start * 4, (start + count) * 4],
            ]
        }
        var json = (try? JSONSerialization.data(withJSONObject: header, options: .sortedKeys)) ?? Data()
        while !json.count.isMultiple(of: 8) { json.append(UInt8(ascii: " ")) }
        let length = withUnsafeBytes(of: UInt64(json.count).littleEndian) { Array($0) }
        return length + json + components.withUnsafeBytes { Array($0) }
    }()

    private static let shapes: [(String, [Int])] = {
        let layer = "encoder.layer.0."
        var shapes = [
            ("embeddings.word_embeddings.weight", [8, 4]),
            ("embeddings.position_embeddings.weight", [10, 4]),
            ("embeddings.token_type_embeddings.weight", [2, 4]),
            (layer + "intermediate.dense.weight", [6, 4]),
            (layer + "intermediate.dense.bias", [6]), (layer + "output.dense.weight", [4, 6]),
            (layer + "output.dense.bias", [4]),
        ]
        for name in ["self.query", "self.key", "self.value", "output.dense"] {
            shapes.append((layer + "attention.\(name).weight", [4, 4]))
            shapes.append((layer + "attention.\(name).bias", [4]))
        }
        for norm in ["embeddings", layer + "attention.output", layer + "output"] {
            shapes.append((norm + ".LayerNorm.weight", [4]))
            shapes.append((norm + ".LayerNorm.bias", [4]))
        }
        return shapes
    }()
}
