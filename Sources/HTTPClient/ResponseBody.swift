/// Takes the body of an answer as it comes in.
struct ResponseBody: Sendable {
    /// Of the answers that are no success, a download keeps this much.
    private static let errorPageBytes = 64 << 10

    private let limit: Int
    private let file: DownloadFile?
    private var hasBegun = false
    private var received = 0
    private(set) var bytes: [UInt8] = []

    /// A body in memory.
    init(limit: Int) { (self.limit, file) = (limit, nil) }

    /// A body in a file, if the answer is a success.
    init(file: DownloadFile) { (limit, self.file) = (.max, file) }

    /// Length of the body; of a file, with what earlier connections brought.
    var count: Int { hasBegun ? file?.count ?? received : received }

    /// Why a body is not taken.
    enum Refusal: Error {
        case tooLarge
        /// It is no continuation of what is there.
        case malformed
        /// It ended before the file was whole.
        case short
        case file(reason: String)
    }

    /// Takes the next bytes.
    ///
    /// - Parameters:
    ///   - chunk: The bytes.
    ///   - head: What the server said of them.
    mutating func receive(_ chunk: UnsafeRawBufferPointer, _ head: ResponseHead) throws(Refusal) {
        guard received + chunk.count <= limit else { throw .tooLarge }
        received += chunk.count
        guard let file else { return bytes += chunk }
        guard head.isSuccess else { return bytes += chunk.prefix(Self.errorPageBytes - bytes.count) }
        try begin(file, head)
        try file.write(chunk)
    }

    /// Ends a body that came in full.
    mutating func finish(_ head: ResponseHead) throws(Refusal) {
        guard let file else { return }
        guard head.isSuccess else {
            // A redirect leads to the rest.
            if !(300...399).contains(head.status) { file.discard() }
            return
        }
        try begin(file, head)
        try file.end()
    }

    /// Ends a body that did not.
    func fail(_ error: HTTPClientError) { file?.broke(by: error.code) }

    private mutating func begin(_ file: DownloadFile, _ head: ResponseHead) throws(Refusal) {
        guard !hasBegun else { return }
        try file.begin(head)
        hasBegun = true
    }
}
