import CMatrix

/// The encoder: token numbers in, one vector of length one out.
///
/// Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers", 2018; pooled by the mean
/// over all tokens as in Reimers and Gurevych, "Sentence-BERT", 2019.
struct BERTModel: Sendable {
    let configuration: BERTConfiguration
    let weights: BERTWeights

    /// Runs all layers over one text.
    ///
    /// - Parameter tokens: Numbers below the vocabulary's size, at most
    ///   ``BERTConfiguration/positionCount`` of them and at least one.
    func vector(of tokens: [Int32]) -> [Float] {
        let state = embedded(tokens)
        let work = WorkingMemory(rows: tokens.count, configuration)
        for layer in weights.layers {
            attend(layer, state, work)
            apply(layer.attention, to: work.context, into: work.output)
            normalise(state, adding: work.output, by: layer.attentionNorm)
            apply(layer.widening, to: state, into: work.wide)
            cmatrix_gelu(work.wide.start, work.wide.rows * work.wide.columns)
            apply(layer.narrowing, to: work.wide, into: work.output)
            normalise(state, adding: work.output, by: layer.outputNorm)
        }
        return pooled(state)
    }

    /// The memory that every layer uses again.
    private struct WorkingMemory: ~Copyable {
        let query: Matrix
        let key: Matrix
        let value: Matrix
        let context: Matrix
        let output: Matrix
        let wide: Matrix
        let scores: Matrix
        /// The values of one head, turned so that they run along the tokens.
        let turned: Matrix

        init(rows: Int, _ configuration: BERTConfiguration) {
            let hidden = configuration.hiddenSize
            query = Matrix(rows: rows, columns: hidden)
            key = Matrix(rows: rows, columns: hidden)
            value = Matrix(rows: rows, columns: hidden)
            context = Matrix(rows: rows, columns: hidden)
            output = Matrix(rows: rows, columns: hidden)
            wide = Matrix(rows: rows, columns: configuration.intermediateSize)
            scores = Matrix(rows: rows, columns: rows)
            turned = Matrix(rows: configuration.headSize, columns: rows)
        }
    }

    private func embedded(_ tokens: [Int32]) -> Matrix {
        let hidden = configuration.hiddenSize
        let state = Matrix(rows: tokens.count, columns: hidden)
        for (position, token) in tokens.enumerated() {
            let row = state.row(position)
            let word = weights.words + Int(token) * hidden
            let place = weights.positions + position * hidden
            for index in 0..<hidden { row[index] = word[index] + place[index] + weights.types[index] }
        }
        cmatrix_normalize(
            state.start, nil, weights.norm.gain, weights.norm.shift, configuration.normEpsilon, state.rows,
            hidden)
        return state
    }

    private func attend(
        _ layer: BERTWeights.Layer, _ state: borrowing Matrix, _ work: borrowing WorkingMemory
    ) {
        apply(layer.query, to: state, into: work.query)
        apply(layer.key, to: state, into: work.key)
        apply(layer.value, to: state, into: work.value)
        let (rows, hidden, size) = (state.rows, configuration.hiddenSize, configuration.headSize)
        let scale = 1 / Float(size).squareRoot()
        for head in 0..<configuration.headCount {
            let offset = head * size
            cmatrix_multiply(
                work.query.start + offset, hidden, work.key.start + offset, hidden, nil, scale,
                work.scores.start, rows, rows, rows, size)
            cmatrix_softmax(work.scores.start, rows, rows)
            for token in 0..<rows {
                let value = work.value.row(token) + offset
                for index in 0..<size { work.turned.row(index)[token] = value[index] }
            }
            cmatrix_multiply(
                work.scores.start, rows, work.turned.start, rows, nil, 1, work.context.start + offset, hidden,
                rows, size, rows)
        }
    }

    private func apply(
        _ linear: BERTWeights.Linear, to input: borrowing Matrix, into output: borrowing Matrix
    ) {
        cmatrix_multiply(
            input.start, input.columns, linear.weight, linear.inputs, linear.bias, 1, output.start,
            output.columns, input.rows, linear.outputs, linear.inputs)
    }

    private func normalise(
        _ state: borrowing Matrix, adding output: borrowing Matrix, by norm: BERTWeights.Norm
    ) {
        cmatrix_normalize(
            state.start, output.start, norm.gain, norm.shift, configuration.normEpsilon, state.rows,
            state.columns)
    }

    /// The mean over the tokens, brought to length one.
    private func pooled(_ state: borrowing Matrix) -> [Float] {
        var vector = [Float](repeating: 0, count: state.columns)
        for row in 0..<state.rows {
            for column in 0..<state.columns { vector[column] += state.row(row)[column] }
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return vector.map { $0 / length }
    }
}
