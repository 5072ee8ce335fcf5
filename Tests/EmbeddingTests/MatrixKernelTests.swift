import CMatrix
import Foundation
import TestSupport
import Testing

@Suite struct MatrixKernelTests {
    private func random(_ count: Int, _ generator: inout SplitMix64, in range: ClosedRange<Float> = -1...1)
        -> [Float]
    {
        (0..<count).map { _ in Float.random(in: range, using: &generator) }
    }

    @Test(arguments: [(1, 1, 1), (6, 4, 16), (7, 5, 33), (13, 6, 32), (12, 384, 64), (5, 9, 7), (23, 3, 100)])
    func `a product is what the definition says`(rows: Int, columns: Int, depth: Int) {
        var generator = SplitMix64(seed: UInt64(rows * 31 + columns))
        let (x, w) = (random(rows * (depth + 2), &generator), random(columns * (depth + 1), &generator))
        let bias = random(columns, &generator)
        var y = [Float](repeating: .nan, count: rows * (columns + 3))
        cmatrix_multiply(x, depth + 2, w, depth + 1, bias, 0.5, &y, columns + 3, rows, columns, depth)
        for row in 0..<rows {
            for column in 0..<columns {
                let dot = (0..<depth).reduce(0.0) {
                    $0 + Double(x[row * (depth + 2) + $1]) * Double(w[column * (depth + 1) + $1])
                }
                let expected = Float(dot * 0.5) + bias[column]
                #expect(abs(y[row * (columns + 3) + column] - expected) < 1e-4)
            }
            #expect(y[row * (columns + 3) + columns].isNaN, "it wrote beside its row")
        }
    }

    @Test func `gelu is the exact form`() {
        let values = stride(from: Float(-8), through: 8, by: 0.01).map { $0 }
        var computed = values
        cmatrix_gelu(&computed, computed.count)
        for (value, result) in zip(values, computed) {
            let exact = 0.5 * Double(value) * (1 + erf(Double(value) / 2.0.squareRoot()))
            #expect(abs(Double(result) - exact) < 2e-6)
        }
    }

    @Test(arguments: [1, 3, 16, 255])
    func `each row of a softmax sums to one and keeps its order`(columns: Int) {
        var generator = SplitMix64(seed: UInt64(columns))
        let before = random(columns * 3, &generator, in: -60...60)
        var after = before
        cmatrix_softmax(&after, 3, columns)
        for row in 0..<3 {
            let range = row * columns..<(row + 1) * columns
            let total = before[range].reduce(0.0) { $0 + exp(Double($1)) }
            #expect(abs(after[range].reduce(0, +) - 1) < 1e-5)
            for index in range {
                #expect(abs(Double(after[index]) - exp(Double(before[index])) / total) < 1e-6)
            }
        }
    }

    @Test func `a normalised row has the mean and spread it is given`() {
        var generator = SplitMix64(seed: 5)
        let (x, added) = (random(2 * 50, &generator), random(2 * 50, &generator))
        let (gain, shift) = ([Float](repeating: 2, count: 50), [Float](repeating: 3, count: 50))
        var after = x
        cmatrix_normalize(&after, added, gain, shift, 1e-12, 2, 50)
        for row in 0..<2 {
            let values = after[row * 50..<(row + 1) * 50]
            let mean = values.reduce(0, +) / 50
            #expect(abs(mean - 3) < 1e-5)
            #expect(abs(values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 50 - 4) < 1e-4)
            let sums = (row * 50..<(row + 1) * 50).map { x[$0] + added[$0] }
            #expect((sums[0] < sums[1]) == (after[row * 50] < after[row * 50 + 1]))
        }
    }
}
