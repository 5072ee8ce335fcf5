import Domain
import FoundationEssentials

/// Values that are kept as JSON in one column.
enum StoredDocument {
    /// Returns the JSON of a value.
    ///
    /// - Throws: `StoreError.Code.internalFailure` for what JSON has no word for, such as not-a-number.
    static func encode(_ value: some Encodable) throws(StoreError) -> String {
        do {
            return try JSONWriting.text(of: value)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.internalFailure, "The record cannot be written", detail: "\(error)")
        }
    }

    /// Reads what ``encode(_:)`` wrote.
    static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws(StoreError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw .damaged("\(type): \(error)")
        }
    }
}
