import Domain
import SQLiteStore

/// The table `video_logs` of the storyboard app's SQLite file.
enum VideoLogs {
    static let source = "ff-automation-captioning"

    /// Reads every row that has a prompt.
    ///
    /// - Throws: ``ExchangeError`` when the file cannot be read or has no such table.
    static func prompts(at path: String) throws(ExchangeError) -> [ForeignPrompt] {
        let rows: [[String: String]]
        do {
            rows = try ForeignTable.rows(
                of: "video_logs",
                columns: ["id", "batch_id", "execution_id", "prompt", "status", "created_at"], at: path)
        } catch {
            throw ExchangeError("\(path): \(error.message)\(error.detail.map { " (\($0))" } ?? "")")
        }
        return rows.compactMap { row in
            guard let text = row["prompt"], let time = row["created_at"].flatMap(ForeignTime.timestamp)
            else { return nil }
            let key = row["execution_id"] ?? row["id"] ?? ""
            var prompt = ForeignPrompt(
                source: source, key: "\(time) \(key)", madeAt: time, idea: text,
                versions: [.init(text: text, author: source, note: nil)],
                model: ModelName(rawValue: "kling-2.6"))
            switch row["status"] {
            case "completed": prompt.outcome = .rendered
            case "failed", "error": prompt.outcome = .failed
            default: break
            }
            prompt.tags = row["batch_id"].map { ["batch-\($0)"] } ?? []
            return prompt
        }
    }
}
