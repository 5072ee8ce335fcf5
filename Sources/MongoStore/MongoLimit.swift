package import Domain

/// What a benchmark needs beside the ports.
extension MongoStore {
    /// Inserts records with the driver alone, as durably as the store does: what no store on it can be faster
    /// than.
    ///
    /// They go to a collection of their own, without an index but that of `_id`.
    ///
    /// - Parameters:
    ///   - records: Bytes, one after the other.
    ///   - group: How many make one bulk insert.
    /// - Returns: How long each bulk insert took.
    package func insertRaw(_ records: [[UInt8]], group: Int) async throws(StoreError) -> [Duration] {
        try await run(.write) { (connection) throws(StoreError) in
            // Another range each time.
            let first = Int64.random(in: 0..<1 << 30) << 30
            let changes = records.enumerated().map { offset, record -> MongoConnection.Change in
                .insert(["_id": .int(first + Int64(offset)), "bytes": .binary(record)])
            }
            var times: [Duration] = []
            var rest = changes[...]
            while !rest.isEmpty {
                let start = ContinuousClock.now
                try connection.write(Array(rest.prefix(group)), to: Collection.raw)
                times.append(ContinuousClock.now - start)
                rest = rest.dropFirst(group)
            }
            return times
        }
    }

    /// Bytes of documents and indexes of the whole database, as they lie on disk.
    package func bytesOnDisk() async throws(StoreError) -> Int {
        try await run { (connection) throws(StoreError) in
            let sizes = try connection.command(["dbStats": 1])
            return (sizes["storageSize"]?.int ?? 0) + (sizes["indexSize"]?.int ?? 0)
        }
    }

    /// Removes the whole database, which a benchmark made for itself.
    package func dropDatabase() async throws(StoreError) {
        try await run(.write) { (connection) throws(StoreError) in
            _ = try connection.command(["dropDatabase": 1])
        }
    }
}

extension BSON {
    /// Bytes, as BSON's generic binary data.
    fileprivate static func binary(_ bytes: [UInt8]) -> Self {
        let length = withUnsafeBytes(of: Int32(bytes.count).littleEndian) { Array($0) }
        return .other(type: BSONType.binary, bytes: length + [0] + bytes)
    }
}
