import Domain

/// What ComfyUI finds wrong with a workflow.
struct NodeErrors {
    private let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    /// Whether the video cannot come for it.
    func concern(output: String) -> Bool {
        (json[path: "node_errors"]?.members?.inOrder ?? []).contains { node in
            node.name == output
                || node.value[path: "dependent_outputs"]?.items?.contains { $0.word == output } == true
        }
    }

    func error(of connection: ServiceConnection) -> ProviderError {
        let nodes = json[path: "node_errors"]?.members?.inOrder ?? []
        let reasons = nodes.flatMap { node in
            (node.value[path: "errors"]?.items ?? []).map { Self.sentence($0, node: node) }
        }
        let whole = json[path: "error.message"]?.string ?? "The workflow is refused"
        let type = json[path: "error.type"]?.string.map { " (\($0))" } ?? ""
        let text = ([whole + type] + reasons.prefix(4)).joined(separator: "; ")
        return connection.scrubber.scrub(
            ProviderError(.invalidRequest, "ComfyUI: \(text.prefix(600))", detail: json.text))
    }

    private static func sentence(_ error: JSONValue, node: (name: String, value: JSONValue)) -> String {
        let kind = node.value[path: "class_type"]?.string ?? ""
        let message = error[path: "message"]?.string ?? error[path: "type"]?.string ?? "wrong"
        let details = error[path: "details"]?.string.map { ": \($0)" } ?? ""
        return "node \(node.name) (\(kind)): \(message)\(details)"
    }
}

/// What a server says of itself.
struct ServerFacts {
    let version: String
    private let device: String

    static func ask(_ connection: ServiceConnection) async throws(ProviderError) -> Self {
        let json = try await connection.send(.get("/system_stats")).json
        let free = json[path: "devices.0.vram_free"]?.double.map { ", \(Int($0) >> 20) MiB free" } ?? ""
        return Self(
            version: json[path: "system.comfyui_version"]?.string ?? "of an unknown version",
            device: (json[path: "devices.0.name"]?.string ?? "no device") + free)
    }

    var sentence: String { "ComfyUI \(version) on \(device)" }

    /// Whether it takes the names that we give to jobs (from 0.25 on).
    var keepsNames: Bool {
        let parts = version.split(separator: ".").compactMap { Int($0) }
        guard parts.count >= 2 else { return false }
        return parts[0] > 0 || parts[1] >= 25
    }
}
