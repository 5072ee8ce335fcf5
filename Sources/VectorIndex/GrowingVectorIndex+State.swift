import Domain

extension GrowingVectorIndex {
    /// What the index keeps under its lock.
    struct State: ~Copyable {
        private let dimension: Int
        private let threshold: Int
        /// What answers: all rows, or a graph of them.
        private var scanned: ScannedRows<Key>
        private var graph: GraphRows<Key>?
        /// The graph that will answer next, and the keys that it does not have yet.
        private var next: GraphRows<Key>?
        private var waiting: [Key] = []

        /// Rows that each change carries into the next graph: it is whole before a quarter more has come.
        private static var rowsPerChange: Int { 4 }

        init(dimension: Int, threshold: Int) {
            self.dimension = dimension
            self.threshold = max(threshold, 1)
            scanned = ScannedRows(dimension: dimension)
        }

        /// Begins with rows that were saved.
        init(dimension: Int, threshold: Int, graph: consuming GraphRows<Key>) {
            self.init(dimension: dimension, threshold: threshold)
            self.graph = consume graph
        }

        var isGraph: Bool { graph != nil }
        var isBuilding: Bool { next != nil }

        var count: Int {
            switch graph {
            case .some(let graph): graph.count
            case .none: scanned.count
            }
        }

        var allKeys: [Key] {
            switch graph {
            case .some(let graph): graph.allKeys
            case .none: scanned.allKeys
            }
        }

        mutating func insert(_ row: HalfRow, for key: Key) throws(EmbeddingError) {
            // What is learnt again at a start, or saved without a new meaning, costs nothing.
            guard !holds(row, for: key) else { return }
            if graph != nil {
                try graph?.insert(row.halves, for: key)
            } else {
                scanned.insert(row, for: key)
            }
            try next?.insert(row.halves, for: key)
            try beginIfNeeded()
            try carry(rows: Self.rowsPerChange)
        }

        mutating func remove(_ key: Key) {
            scanned.remove(key)
            graph?.remove(key)
            next?.remove(key)
            // What has no memory now is tried again at the next change; the old rows answer meanwhile.
            try? beginIfNeeded()
            try? carry(rows: Self.rowsPerChange)
        }

        func nearest(to query: HalfRow, limit: Int, among allowed: Set<Key>?) -> [(key: Key, cosine: Float)] {
            switch graph {
            case .some(let graph): graph.nearest(to: query, limit: limit, among: allowed)
            case .none: scanned.nearest(to: query, limit: limit, among: allowed)
            }
        }

        func withRow<Value>(of key: Key, _ body: (UnsafePointer<UInt16>) -> Value) -> Value? {
            switch graph {
            case .some(let graph): graph.withRow(of: key, body)
            case .none: scanned.withRow(of: key, body)
            }
        }

        private func holds(_ row: HalfRow, for key: Key) -> Bool {
            withRow(of: key) { UnsafeBufferPointer(start: $0, count: dimension).elementsEqual(row.halves) }
                ?? false
        }

        /// Writes the graph to a file; nil while there is none.
        ///
        /// - Returns: The keys by label; nil for rows that were removed.
        /// - Throws: ``GraphFileError`` when not all of it could be written.
        func saveGraph(to path: String) throws(GraphFileError) -> [Key?]? {
            switch graph {
            case .some(let graph):
                guard graph.saveGraph(to: path) else { throw .notWritten(path) }
                return graph.labelledKeys
            case .none: return nil
            }
        }

        /// Starts a graph when there are many rows, or when the one that answers is mostly dead.
        private mutating func beginIfNeeded() throws(EmbeddingError) {
            guard next == nil else { return }
            let isDue: Bool =
                switch graph {
                case .some(let graph): graph.isMostlyDead
                case .none: scanned.count >= threshold
                }
            guard isDue else { return }
            next = try GraphRows(dimension: dimension, capacity: count * 5 / 4)
            waiting = allKeys.reversed()
        }

        /// Carries rows into the next graph, and lets it answer once it has all.
        mutating func carry(rows: Int) throws(EmbeddingError) {
            guard next != nil else { return }
            for _ in 0..<rows {
                guard let key = waiting.popLast() else { return finish() }
                // A key that came or went meanwhile is as it should be already.
                guard next?.contains(key) == false else { continue }
                let row = withRow(of: key) { Array(UnsafeBufferPointer(start: $0, count: dimension)) }
                guard let row else { continue }
                do {
                    try next?.insert(row, for: key)
                } catch {
                    waiting.append(key)
                    throw error
                }
            }
        }

        private mutating func finish() {
            graph = next.take()
            next = nil
            scanned = ScannedRows(dimension: dimension)
        }
    }
}
