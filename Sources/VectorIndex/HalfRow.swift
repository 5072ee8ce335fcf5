import CMatrix
import Domain

/// A vector of length one, in IEEE halves: the cosine is off by less than 0.001.
struct HalfRow {
    let halves: [UInt16]
    /// The same in single precision.
    let floats: [Float]

    /// - Throws: ``EmbeddingError`` when the vector has another dimension or no direction.
    init(_ vector: [Float], dimension: Int) throws(EmbeddingError) {
        guard vector.count == dimension else {
            throw EmbeddingError(
                "The vector has \(vector.count) components, the index \(dimension): embed with the same model"
            )
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length.isFinite, length > 0 else {
            throw EmbeddingError("The vector has no direction: a component is not finite, or all are zero")
        }
        floats = vector.map { $0 / length }
        halves = [UInt16](unsafeUninitializedCapacity: dimension) { [floats] buffer, count in
            floats.withUnsafeBufferPointer { source in
                if let from = source.baseAddress, let to = buffer.baseAddress {
                    cmatrix_to_half(from, to, dimension)
                }
            }
            count = dimension
        }
    }
}

/// The cosine of two rows of length one.
func cosineOfRows(_ one: UnsafePointer<UInt16>, _ other: UnsafePointer<UInt16>, dimension: Int) -> Float {
    min(max(cmatrix_dot_half(one, other, dimension), -1), 1)
}
