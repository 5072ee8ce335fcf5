import Foundation
import FoundationNetworking
import TestSupport

/// The real service as its own process, on a free port, with a data folder of its own.
final class RunningService: Sendable {
    let folder: TemporaryFolder
    let url: URL
    private let process: ChildProcess

    /// Starts it and waits until it serves.
    ///
    /// - Parameters:
    ///   - folder: Where it keeps its data; the same folder twice is a restart.
    ///   - options: Settings as options of the command.
    ///   - environment: Settings as variables.
    init(in folder: TemporaryFolder, _ options: [String] = [], environment: [String: String] = [:])
        async throws
    {
        self.folder = folder
        process = try ChildProcess(
            BuildProducts.program("reprise"),
            ["serve", "--port", "0", "--data-dir", folder.file("var")]
                + (options.contains("--log-level") || options.contains("--config") ? [] : ["--log-level", "warning"]) + options,
            environment: environment)
        guard let line = await process.line(where: { $0.contains(" serves on http") }),
            let address = line.split(separator: " ").last.flatMap({ URL(string: String($0)) })
        else {
            throw ServiceDidNotStart(errors: await process.ending().errors)
        }
        url = address
    }

    struct ServiceDidNotStart: Error { let errors: String }

    /// Its media workers that live now.
    var workers: [pid_t] {
        let path = "/proc/\(process.processID)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return threads.flatMap { thread in
            let children = try? String(contentsOfFile: "\(path)/\(thread)/children", encoding: .utf8)
            return (children ?? "").split(separator: " ").compactMap { pid_t($0) }
        }
    }

    /// Ends it as Ctrl-C does.
    func stop() async -> ChildProcess.Ending {
        process.send(SIGINT)
        return await process.ending()
    }

    /// Has it read its settings again.
    func reload() { process.send(SIGHUP) }

    /// Ends it as a power cut does.
    func kill() async {
        process.send(SIGKILL)
        _ = await process.ending()
    }
}

/// An answer over HTTP.
struct Answer: Sendable {
    let status: Int
    let headers: [String: String]
    let body: Data

    /// The body as a JSON object.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:]
    }

    var text: String { String(decoding: body, as: UTF8.self) }
}

extension RunningService {
    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, headers: headers, body: nil)
    }

    /// Posts a form as curl -d does.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> Answer {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        let form = fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }
        return try await send(
            "POST", path, headers: ["Content-Type": "application/x-www-form-urlencoded"],
            body: Data(form.joined(separator: "&").utf8))
    }

    func send(_ method: String, _ path: String, headers: [String: String], body: Data?) async throws
        -> Answer
    {
        guard let target = URL(string: path, relativeTo: url) else { throw URLError(.badURL) }
        var request = URLRequest(url: target)
        request.httpMethod = method
        request.httpBody = body
        request.timeoutInterval = 60
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let fields = http.allHeaderFields.reduce(into: [String: String]()) { fields, field in
            fields["\(field.key)".lowercased()] = "\(field.value)"
        }
        return Answer(status: http.statusCode, headers: fields, body: data)
    }

    /// Follows a job's events until it is final, and returns it.
    func finished(_ job: String) async throws -> [String: Any] {
        let events = try await get("/v1/videos/\(job)/events", headers: ["Accept": "text/event-stream"])
        let last = events.text.split(separator: "\n").last { $0.hasPrefix("data:") } ?? ""
        let data = Data(last.dropFirst(5).utf8)
        return (try JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
    }
}

extension RunningService {
    /// Reads a job's events until one says that it is running.
    func waitUntilRunning(_ job: String) async throws {
        guard let target = URL(string: "/v1/videos/\(job)/events", relativeTo: url) else {
            throw URLError(.badURL)
        }
        // curl ends when its reader does; Foundation would collect the whole stream first.
        let events = try ChildProcess("/usr/bin/curl", ["-sN", target.absoluteString])
        _ = await events.line { $0.contains("\"state\":\"running\"") || $0.contains("\"isFinal\":true") }
        events.send(SIGTERM)
    }
}
