extension HTTPClient {
    /// What a server answered.
    package struct Response: Sendable {
        package let status: Int
        /// Header fields in their order, names in lower case.
        package let headers: [(name: String, value: String)]
        /// Empty when the body went into a file.
        package let body: [UInt8]
        /// Length of the body, wherever it went.
        package let bodyBytes: Int

        /// The first header field of this name, which is in lower case.
        package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

        /// Whether the status is one of success, 200...299.
        package var isSuccess: Bool { (200...299).contains(status) }
    }
}
