import Domain
import FoundationEssentials
import Glibc

/// A file of a predecessor, told by what is in it.
enum PredecessorFile {
    /// What was read, and what could not be, with why.
    struct Contents {
        var prompts: [ForeignPrompt] = []
        var refused: [String] = []
    }

    /// Reads a file.
    ///
    /// - Throws: ``ExchangeError`` when it is of no kind that is known.
    static func contents(of path: String) throws -> Contents {
        let name = String(path.split(separator: "/").last ?? "")
        var file = try BundleReader(path: path)
        var bytes: [UInt8] = []
        while let line = try file.next() { bytes += line.bytes }
        if bytes.starts(with: Array("SQLite format 3\u{0}".utf8)) {
            return Contents(prompts: try VideoLogs.prompts(at: path))
        }
        if let value = try? JSONValue(reading: bytes) {
            if CineFlowStoryboard.isStoryboard(value) {
                let stem = name.split(separator: ".").first.map(String.init) ?? name
                return Contents(
                    prompts: try CineFlowStoryboard.prompts(
                        of: value, name: stem, fileTime: try modificationTime(of: path)))
            }
            let records = value.list ?? [value]
            if records.contains(where: AgentHistory.isRecord) { return agentContents(records, of: name) }
        }
        // One record a line, as mongoexport writes them.
        let lines = bytes.split(separator: 0x0A)
        let records = lines.compactMap { try? JSONValue(reading: $0) }
        guard records.count == lines.count, records.contains(where: AgentHistory.isRecord) else {
            throw ExchangeError(
                "\(path) is no bundle, no history of the agent, no storyboard and no video log")
        }
        return agentContents(records, of: name)
    }

    private static func agentContents(_ records: [JSONValue], of name: String) -> Contents {
        var contents = Contents()
        for (offset, record) in records.enumerated() {
            do {
                contents.prompts.append(try AgentHistory.prompt(of: record))
            } catch {
                contents.refused.append("\(name), record \(offset + 1): \(error)")
            }
        }
        return contents
    }

    private static func modificationTime(of path: String) throws(ExchangeError) -> Timestamp {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            throw ExchangeError("\(path) cannot be read: \(lastSystemError())")
        }
        return Timestamp(milliseconds: Int64(facts.st_mtim.tv_sec) * 1000)
    }
}
