import Domain

/// CineFlow's `storyboard*.json`: `{segments[], metadata, character_bible}`.
///
/// Each segment becomes a prompt: its text with the names of characters as they stand, its assets and the
/// director's intent behind it, in the order in which CineFlow sent them.
enum CineFlowStoryboard {
    static let source = "cineflow"

    static func isStoryboard(_ value: JSONValue) -> Bool { value["segments"]?.list != nil }

    /// - Parameters:
    ///   - name: Of the file, which says which storyboard it is.
    ///   - fileTime: When the file was written last; the format has no time of its own.
    static func prompts(of storyboard: JSONValue, name: String, fileTime: Timestamp)
        throws(ExchangeError) -> [ForeignPrompt]
    {
        var prompts: [ForeignPrompt] = []
        for (offset, segment) in (storyboard["segments"]?.list ?? []).enumerated() {
            let index = segment["segment_index"]?.whole ?? offset
            guard let text = segment["prompt_text"]?.string else {
                throw ExchangeError("segment \(index) has no 'prompt_text'")
            }
            var prompt = ForeignPrompt(
                source: source, key: "\(name) \(index)", madeAt: fileTime, idea: text,
                versions: [.init(text: whole(text, of: segment), author: source, note: nil)],
                model: ModelName(rawValue: "sora-2"))
            prompt.aspect = segment["resolution"]?.string == "vertical" ? .tall : .wide
            prompt.durationSeconds = segment["duration_seconds"]?.whole ?? 10
            prompt.tags = [name]
            prompts.append(prompt)
        }
        return prompts
    }

    private static func whole(_ text: String, of segment: JSONValue) -> String {
        let asset = segment["asset"]
        let parts = [("Scene", asset?["scene"]?.string), ("Props", asset?["props"]?.string)]
            .compactMap { name, value in value.flatMap { $0.isEmpty ? nil : "\(name): \($0)" } }
        let intent = segment["director_intent"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        return
            ([text] + (parts.isEmpty ? [] : ["[\(parts.joined(separator: " | "))]"])
            + (intent.map { ["(Director Note: \($0))"] } ?? [])).joined(separator: " ")
    }
}
