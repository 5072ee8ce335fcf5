import Domain

/// Records of the Python agent: `{input, original_prompt, edited_prompt, diff, timestamp}`, one a file in
/// `history_*.json`, or one a line of `mongoexport` from its collection `prompt_history`.
enum AgentHistory {
    static let source = "video-generation-agent"

    /// Whether a value looks like a record of the agent.
    static func isRecord(_ value: JSONValue) -> Bool {
        value["input"]?.string != nil && value["original_prompt"]?.string != nil
    }

    /// - Throws: ``ExchangeError`` naming what is missing.
    static func prompt(of record: JSONValue) throws(ExchangeError) -> ForeignPrompt {
        guard let idea = record["input"]?.string, let original = record["original_prompt"]?.string else {
            throw ExchangeError("a record has no 'input' or no 'original_prompt'")
        }
        // The agent kept failures as texts of prompts.
        guard !original.hasPrefix("Error:") else {
            throw ExchangeError("the prompt for '\(idea)' is the message of a failure")
        }
        guard let time = time(of: record["timestamp"]) else {
            throw ExchangeError("the record of '\(idea)' has no 'timestamp' that can be read")
        }
        var versions = [ForeignPrompt.Version(text: original, author: source, note: nil)]
        if let edited = record["edited_prompt"]?.string, edited != original {
            versions.append(ForeignPrompt.Version(text: edited, author: "imported", note: nil))
        }
        return ForeignPrompt(
            source: source, key: "\(time) \(idea)", madeAt: time, idea: idea, versions: versions,
            model: ModelName(rawValue: "animatic"))
    }

    /// Python's `isoformat`, or what `mongoexport` makes of a date.
    private static func time(of value: JSONValue?) -> Timestamp? {
        if let text = value?.string ?? value?["$date"]?.string { return ForeignTime.timestamp(text) }
        let number = value?["$date"]?["$numberLong"]?.string.flatMap(Int64.init)
        return number.map(Timestamp.init(milliseconds:))
    }
}
