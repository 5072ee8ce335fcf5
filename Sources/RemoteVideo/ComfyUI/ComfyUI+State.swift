import Domain

/// What a server knows of a job.
extension ComfyUI {
    enum QueuePlace: Sendable, Hashable {
        case running, waiting
    }

    /// What the history says of a job that has ended; nil when it says nothing.
    func ended(_ handle: RemoteHandle, _ connection: ServiceConnection) async throws(ProviderError)
        -> RemoteState?
    {
        let answer = try await connection.send(.get("/history/\(handle.job.pathPart)"))
        guard let entry = answer.json.members?[handle.job] else { return nil }
        let messages = entry[path: "status.messages"]?.items ?? []
        for message in messages {
            switch message[path: "0"]?.string {
            case "execution_interrupted":
                return .failed(ProviderError(.cancelled, "The job was stopped at the ComfyUI server"))
            case "execution_error": return .failed(Self.failure(message[path: "1"] ?? .null))
            default: continue
            }
        }
        guard let file = OutputFile(in: entry, node: handle.facts["output"]) else {
            let node = handle.facts["output"] ?? ""
            return .failed(
                ProviderError(.invalidRequest, "The workflow ended without a video; node \(node) saved none"))
        }
        return .succeeded(RemoteResult(.url(file.path)))
    }

    /// Where a job is in the queue; nil when it is in neither part.
    func place(of handle: RemoteHandle, _ connection: ServiceConnection) async throws(ProviderError)
        -> QueuePlace?
    {
        let queue = try await connection.send(.get("/queue")).json
        func holds(_ list: String) -> Bool {
            queue[path: list]?.items?.contains { $0[path: "1"]?.string == handle.job } ?? false
        }
        if holds("queue_running") { return .running }
        return holds("queue_pending") ? .waiting : nil
    }

    /// A job that the server does not speak of: forgotten with its file still there, or lost.
    func forgotten(_ handle: RemoteHandle, _ connection: ServiceConnection) async throws(ProviderError)
        -> RemoteState
    {
        guard handle.facts["named"] == "yes", let name = handle.facts["file"] else { return .notFound }
        let file = OutputFile(name: name, folder: "", type: "output")
        let answer = try await connection.answer(to: .head(file.path))
        return answer.isSuccess ? .succeeded(RemoteResult(.url(file.path))) : .notFound
    }

    /// Why a node failed, in terms of what to do.
    private static func failure(_ facts: JSONValue) -> ProviderError {
        let message = facts[path: "exception_message"]?.string ?? "no reason is given"
        let kind = facts[path: "exception_type"]?.string ?? ""
        let node = [facts[path: "node_id"]?.word, facts[path: "node_type"]?.string].compactMap(\.self)
        let words = (message + " " + kind).lowercased()
        let meanings: [(String, ProviderError.Code)] = [
            ("unauthorized", .authentication), ("payment required", .balance), ("credit", .balance),
            ("moderation", .contentPolicy), ("content policy", .contentPolicy),
            ("rate limit", .throttled), ("outofmemory", .invalidRequest), ("out of memory", .invalidRequest),
        ]
        let code = meanings.first { words.contains($0.0) }?.1 ?? .transient
        return ProviderError(
            code, "ComfyUI's node \(node.joined(separator: " ")): \(message.prefix(300))", detail: kind)
    }
}

/// A file that a workflow saved.
struct OutputFile: Sendable, Hashable {
    let name: String
    let folder: String
    let type: String

    init(name: String, folder: String, type: String) {
        (self.name, self.folder, self.type) = (name, folder, type)
    }

    /// The first video among the outputs of a history entry, those of `node` first.
    ///
    /// The lists have names of their own: videos stand under `images`, `gifs` or `video`.
    init?(in entry: JSONValue, node: String?) {
        guard let outputs = entry[path: "outputs"]?.members else { return nil }
        let nodes = outputs.inOrder.sorted { left, _ in left.name == node }
        for (_, lists) in nodes {
            for item in (lists.members?.inOrder ?? []).flatMap({ $0.value.items ?? [] }) {
                guard let name = item[path: "filename"]?.string, Self.isVideo(name) else { continue }
                self.init(
                    name: name, folder: item[path: "subfolder"]?.string ?? "",
                    type: item[path: "type"]?.string ?? "output")
                return
            }
        }
        return nil
    }

    var path: String {
        "/view?filename=\(name.pathPart)&subfolder=\(folder.pathPart)&type=\(type.pathPart)"
    }

    private static func isVideo(_ name: String) -> Bool {
        [".webm", ".mp4", ".m4v", ".mov"].contains { name.lowercased().hasSuffix($0) }
    }
}
