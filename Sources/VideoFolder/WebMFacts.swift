import Domain
import Glibc

/// What a WebM file says of itself, and whether it is all there.
///
/// Only the outline is read (RFC 8794 for EBML, RFC 9559 for Matroska): sizes, times and no pictures.
struct WebMFacts: Sendable, Hashable {
    /// The length that the head promises, in seconds; nil when it does not.
    var promised: Double?
    /// The time of the last block, in seconds.
    var last = 0.0
    var blocks = 0

    /// Walks through a file from its start to its end.
    ///
    /// - Throws: ``ProviderError/Code/downloadFailed`` that says what is wrong.
    init(ofFileAt path: String) throws(ProviderError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            throw ProviderError(.downloadFailed, "The file is missing", detail: .lastSystemError(path))
        }
        defer { close(descriptor) }
        let size = Int(status.st_size)
        var reader = EBMLReader(descriptor: descriptor, end: size)
        guard let head = try reader.next(), head.id == 0x1A45_DFA3, head.end <= size else {
            throw ProviderError(.downloadFailed, "The file is not what it should be", detail: path)
        }
        guard try reader.text(0x4282, in: head) == "webm" else {
            throw ProviderError(.downloadFailed, "The file is Matroska but no WebM", detail: path)
        }
        reader.position = head.end
        guard let segment = try reader.next(), segment.id == 0x1853_8067 else {
            throw ProviderError(.downloadFailed, "The file has no segment", detail: path)
        }
        // A length that is not known says that the file was being written when it ended.
        guard let end = segment.knownEnd, end == size else {
            throw ProviderError(.downloadFailed, "The file is cut off or too long", detail: path)
        }
        try read(segment, with: &reader)
        guard blocks > 0 else {
            throw ProviderError(.downloadFailed, "The file has no pictures", detail: path)
        }
    }

    private mutating func read(_ segment: EBMLElement, with reader: inout EBMLReader) throws(ProviderError) {
        // Times are in milliseconds unless the head says otherwise.
        var scale = 1_000_000.0
        reader.position = segment.start
        while let element = try reader.next() {
            guard let end = element.knownEnd, end <= segment.end else { throw .damaged }
            switch element.id {
            case 0x1549_A966:  // Info
                if let nanoseconds = try reader.number(0x2A_D7B1, in: element) { scale = Double(nanoseconds) }
                promised = try reader.float(0x4489, in: element).map { $0 * scale / 1e9 }
            case 0x1F43_B675:  // Cluster
                try readCluster(element, scale: scale, with: &reader)
            default: break
            }
            reader.position = end
        }
    }

    private mutating func readCluster(
        _ cluster: EBMLElement, scale: Double, with reader: inout EBMLReader
    ) throws(ProviderError) {
        let start = try reader.number(0xE7, in: cluster) ?? 0
        reader.position = cluster.start
        while reader.position < cluster.end, let element = try reader.next() {
            guard let end = element.knownEnd, end <= cluster.end else { throw .damaged }
            let block = element.id == 0xA0 ? try reader.find(0xA1, in: element) : element
            if let block, block.id == 0xA3 || block.id == 0xA1 {
                let offset = try reader.blockOffset(block)
                last = max(last, Double(start + offset) * scale / 1e9)
                blocks += 1
            }
            reader.position = end
        }
    }

    /// Checks that the file lasts as long as was asked for, and as long as it says.
    ///
    /// - Parameter seconds: What was asked for.
    /// - Throws: ``ProviderError/Code/downloadFailed``.
    func check(lasting seconds: Int) throws(ProviderError) {
        // The last picture is shown for a while: a twelfth of a second at the lowest rate, and services
        // round to whole pictures.
        let tolerance = max(0.5, Double(seconds) * 0.1)
        let real = max(last, min(promised ?? last, last + tolerance))
        guard abs(real - Double(seconds)) <= tolerance else {
            throw ProviderError(
                .downloadFailed, "The video lasts \(Int(real.rounded())) s instead of \(seconds) s",
                detail: "last block at \(last) s, promised \(promised ?? -1) s, \(blocks) blocks")
        }
    }
}

extension ProviderError {
    static let damaged = ProviderError(.downloadFailed, "The file is damaged")
}
