/// The parameters of a model, where their file is mapped.
struct BERTWeights: @unchecked Sendable {
    // @unchecked: the pointers lead into `file`, which is read-only and held here.
    private let file: MappedFile
    let words: UnsafePointer<Float>
    let positions: UnsafePointer<Float>
    let types: UnsafePointer<Float>
    let norm: Norm
    let layers: [Layer]

    /// One linear step: a weight row for each output, and a bias.
    struct Linear {
        let weight: UnsafePointer<Float>
        let bias: UnsafePointer<Float>
        let inputs: Int
        let outputs: Int
    }

    struct Norm {
        let gain: UnsafePointer<Float>
        let shift: UnsafePointer<Float>
    }

    struct Layer {
        let query: Linear
        let key: Linear
        let value: Linear
        let attention: Linear
        let attentionNorm: Norm
        let widening: Linear
        let narrowing: Linear
        let outputNorm: Norm
    }

    init(_ tensors: Safetensors, _ configuration: BERTConfiguration) throws(ModelFileError) {
        let hidden = configuration.hiddenSize
        let reader = Reader(tensors: tensors)
        file = tensors.file
        words = try reader.floats(
            "embeddings.word_embeddings.weight", [configuration.vocabularySize, hidden])
        positions = try reader.floats(
            "embeddings.position_embeddings.weight", [configuration.positionCount, hidden])
        types = try reader.floats(
            "embeddings.token_type_embeddings.weight", [configuration.typeCount, hidden])
        norm = try reader.norm("embeddings.LayerNorm", hidden)
        var layers: [Layer] = []
        for index in 0..<configuration.layerCount {
            layers.append(try reader.layer(index, hidden: hidden, wide: configuration.intermediateSize))
        }
        self.layers = layers
    }

    /// Reads tensors by the names that transformers gives them.
    private struct Reader {
        let tensors: Safetensors
        let prefix: String

        init(tensors: Safetensors) {
            self.tensors = tensors
            prefix = tensors.contains("bert.embeddings.word_embeddings.weight") ? "bert." : ""
        }

        func floats(_ name: String, _ shape: [Int]) throws(ModelFileError) -> UnsafePointer<Float> {
            try tensors.floats(prefix + name, shape: shape)
        }

        func linear(_ name: String, from inputs: Int, to outputs: Int) throws(ModelFileError) -> Linear {
            Linear(
                weight: try floats(name + ".weight", [outputs, inputs]),
                bias: try floats(name + ".bias", [outputs]), inputs: inputs, outputs: outputs)
        }

        func norm(_ name: String, _ size: Int) throws(ModelFileError) -> Norm {
            Norm(gain: try floats(name + ".weight", [size]), shift: try floats(name + ".bias", [size]))
        }

        func layer(_ index: Int, hidden: Int, wide: Int) throws(ModelFileError) -> Layer {
            let name = "encoder.layer.\(index)."
            return Layer(
                query: try linear(name + "attention.self.query", from: hidden, to: hidden),
                key: try linear(name + "attention.self.key", from: hidden, to: hidden),
                value: try linear(name + "attention.self.value", from: hidden, to: hidden),
                attention: try linear(name + "attention.output.dense", from: hidden, to: hidden),
                attentionNorm: try norm(name + "attention.output.LayerNorm", hidden),
                widening: try linear(name + "intermediate.dense", from: hidden, to: wide),
                narrowing: try linear(name + "output.dense", from: wide, to: hidden),
                outputNorm: try norm(name + "output.LayerNorm", hidden))
        }
    }
}
