/// The three that `bench http` loads in turn.
final class MeasuredServers {
    let service: ServedProgram
    /// FastAPI.
    let peer: ServedProgram
    /// The C loop that answers one text.
    let limit: ServedProgram

    /// Starts the peer, and compiles and starts the limit.
    init(
        service: ServedProgram, files: BenchFiles, folder: String, children: Children
    ) throws(BenchError) {
        self.service = service
        peer = try ServedProgram(files.peer.python, [files.peer.path], folder: folder, among: children)
        let program = try CProgram.compiled("epoll_limit.c", files, folder: folder, among: children)
        limit = try ServedProgram(program, [], folder: folder, among: children)
    }

    var ports: [UInt16] { [service, peer, limit].map(\.client.port) }
}

/// C programs of `Benchmarks/`, which are compiled for a measurement.
enum CProgram {
    /// - Returns: The program's path, in `folder`.
    static func compiled(
        _ source: String, _ files: BenchFiles, folder: String, among children: Children
    ) throws(BenchError) -> String {
        let program = "\(folder)/\(source.dropLast(2))"
        let compiler = try Child(
            ProgramPath.find("gcc"), ["-O2", "-o", program, files.beside(source)], folder: folder,
            among: children)
        _ = try compiler.finish(within: .seconds(60))
        return program
    }
}
