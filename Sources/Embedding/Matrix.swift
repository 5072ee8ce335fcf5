/// Owns floats in rows, for the time of one pass through a model.
struct Matrix: ~Copyable {
    let start: UnsafeMutablePointer<Float>
    let rows: Int
    let columns: Int

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        start = .allocate(capacity: rows * columns)
        start.initialize(repeating: 0, count: rows * columns)
    }

    deinit { start.deallocate() }

    func row(_ index: Int) -> UnsafeMutablePointer<Float> { start + index * columns }
}
