import Domain
import FoundationEssentials
import Glibc

/// Writes a bundle beside its place, and moves it there when it is whole and on the disk.
///
/// What an export that broke off has written is gone on with: lines that are whole are kept.
struct BundleWriter: ~Copyable {
    private let path: String
    private let file: Int32
    private let digest = Digest()
    private(set) var manifest = BundleLine.Manifest()
    /// The last prompt that is in the bundle already; nil at its start.
    private(set) var last: Prompt.ID?
    /// Whether the jobs have begun, and so all prompts are in.
    private(set) var lastJob: VideoJob.ID?

    private var partialPath: String { path + ".partial" }

    /// - Parameters:
    ///   - path: Where the bundle will lie.
    ///   - now: When it is made, unless it was begun before.
    init(path: String, at now: Timestamp) throws {
        self.path = path
        file = open(path + ".partial", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw ExchangeError("\(path).partial cannot be written: \(lastSystemError())")
        }
        let length = try takeOver()
        guard ftruncate(file, off_t(length)) == 0, lseek(file, off_t(length), SEEK_SET) == length else {
            throw ExchangeError("\(path).partial cannot be written: \(lastSystemError())")
        }
        if length == 0 {
            var line = BundleLine()
            line.header = BundleLine.Header(
                format: BundleLine.Header.formatName, version: BundleLine.Header.currentVersion,
                createdAt: now)
            try write(line)
        }
    }

    deinit { close(file) }

    mutating func add(_ history: PromptHistory) throws {
        var line = BundleLine()
        line.prompt = history
        try write(line)
        manifest.prompts += 1
    }

    mutating func add(_ job: VideoJob) throws {
        var line = BundleLine()
        line.job = job
        try write(line)
        manifest.jobs += 1
    }

    mutating func add(_ rule: BundleLine.Rule) throws {
        var line = BundleLine()
        line.rule = rule
        try write(line)
        manifest.rules += 1
    }

    /// Adds the manifest, makes the file durable and moves it to its place.
    consuming func finish() throws -> BundleLine.Manifest {
        var line = BundleLine()
        var whole = manifest
        whole.sha256 = digest.current().hexadecimal
        line.manifest = whole
        try Self.write(line.bytes(), to: file, path: partialPath)
        guard fsync(file) == 0, rename(partialPath, path) == 0 else {
            throw ExchangeError("\(path) cannot be written: \(lastSystemError())")
        }
        return whole
    }

    private func write(_ line: BundleLine) throws {
        let bytes = try line.bytes()
        try Self.write(bytes, to: file, path: partialPath)
        digest.update(bytes)
    }

    private static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(ExchangeError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else {
                throw ExchangeError("\(path) cannot be written: \(lastSystemError())")
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Reads what is there, up to the first line that is not whole.
    ///
    /// - Returns: How many bytes of it are kept.
    private mutating func takeOver() throws -> Int {
        var reader = try BundleReader(path: partialPath)
        var length = 0
        while let (bytes, isWhole) = try reader.next() {
            guard isWhole, let line = try? BundleLine(bytes, number: reader.count), line.manifest == nil
            else { break }
            if length == 0 {
                guard line.header?.version == BundleLine.Header.currentVersion else { break }
            }
            if let history = line.prompt {
                (manifest.prompts, last) = (manifest.prompts + 1, history.prompt.id)
            }
            if let job = line.job { (manifest.jobs, lastJob) = (manifest.jobs + 1, job.id) }
            if line.rule != nil { manifest.rules += 1 }
            digest.update(bytes)
            length += bytes.count
        }
        return length
    }
}
