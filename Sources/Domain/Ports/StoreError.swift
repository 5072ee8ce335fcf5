/// The one error a store throws.
package struct StoreError: Error, Sendable, Hashable {
    /// What went wrong, in terms a caller can act on.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// No such record.
        case notFound
        /// Someone else changed the same record. The caller may read again and retry.
        case conflict
        /// The store cannot be reached or is busy. The caller may try again later.
        case unavailable
        /// The disk is full or the file is read-only; nothing was written.
        case noSpace
        /// Broken data, or a schema that is newer than this program.
        case internalFailure
    }

    package let code: Code
    /// Safe to show to an API client.
    package let message: String
    /// For logs only: may hold paths, statements or server replies.
    package let detail: String?

    package init(_ code: Code, _ message: String, detail: String? = nil) {
        self.code = code
        self.message = message
        self.detail = detail
    }

    /// Whether the same call can succeed later without a change by the caller.
    package var isTransient: Bool {
        switch code {
        case .conflict, .unavailable, .noSpace: true
        case .notFound, .internalFailure: false
        }
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String { "\(code.rawValue): \(message)" }
}

extension StoreError: CustomDebugStringConvertible {
    package var debugDescription: String {
        detail.map { "\(description) [\($0)]" } ?? description
    }
}
