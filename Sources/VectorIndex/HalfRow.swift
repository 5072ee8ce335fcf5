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

extension HalfRow {
    /// The value of an IEEE half (IEEE 754, binary16).
    static func float(_ half: UInt16) -> Float {
        let sign: Float = half & 0x8000 == 0 ? 1 : -1
        let exponent = Int(half >> 10 & 0x1F)
        let fraction = Float(half & 0x3FF) / 1024
        switch exponent {
        case 0: return sign * fraction * Float(sign: .plus, exponent: -14, significand: 1)
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default: return sign * (1 + fraction) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
        }
    }
}

/// The cosine of two rows of length one.
func cosineOfRows(_ one: UnsafePointer<UInt16>, _ other: UnsafePointer<UInt16>, dimension: Int) -> Float {
    min(max(cmatrix_dot_half(one, other, dimension), -1), 1)
}
