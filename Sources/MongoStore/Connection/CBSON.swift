import CMongo
import Domain

/// Owns one `bson_t *` of the C library.
///
/// `bson_t` is aligned to 128 bytes, which Swift cannot put on its stack, so it lives on the heap.
struct CBSON: ~Copyable {
    let raw: OpaquePointer

    /// An empty document, such as the place for a reply.
    init() { raw = bson_new() }

    init(_ document: BSONDocument) {
        // NULL only for bytes that are no document, and a BSONDocument is one.
        raw = cmongo_document(document.bytes, document.bytes.count) ?? bson_new()
    }

    deinit { bson_destroy(raw) }

    /// A copy of the bytes.
    ///
    /// - Throws: `StoreError.Code.internalFailure` when they are damaged.
    borrowing func document() throws(StoreError) -> BSONDocument { try Self.copy(raw) }

    /// Copies a document that somebody else owns.
    static func copy(_ raw: OpaquePointer) throws(StoreError) -> BSONDocument {
        guard let data = bson_get_data(raw) else { throw .damaged("a document without bytes") }
        // The length stands in front.
        let length = UnsafeRawPointer(data).loadUnaligned(as: Int32.self)
        return try BSONDocument(bytes: Array(UnsafeBufferPointer(start: data, count: Int(length))))
    }
}
