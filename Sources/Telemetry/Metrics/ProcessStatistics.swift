import Glibc

/// What the kernel says about this process (proc(5)).
struct ProcessStatistics: Sendable, Equatable {
    var cpuSeconds: Double
    var threads: Double
    /// Seconds from the machine's start to the process's.
    var startedAfterBoot: Double
    var virtualMemoryBytes: Double
    var residentMemoryBytes: Double

    /// Reads the text of `/proc/self/stat`.
    ///
    /// - Parameters:
    ///   - stat: The file's one line.
    ///   - ticks: Clock ticks in a second.
    ///   - pageBytes: Size of a memory page.
    /// - Returns: nil when the line is not what proc(5) describes.
    init?(stat: String, ticks: Double, pageBytes: Double) {
        // The second field is the program's name in parentheses and may itself hold ") ".
        guard let name = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[name...].split(separator: " ").dropFirst().map { Double($0) }
        guard fields.count > 21,
            let user = fields[11], let system = fields[12], let threads = fields[17],
            let start = fields[19], let virtual = fields[20], let resident = fields[21]
        else { return nil }
        cpuSeconds = (user + system) / ticks
        self.threads = threads
        startedAfterBoot = start / ticks
        virtualMemoryBytes = virtual
        residentMemoryBytes = resident * pageBytes
    }

    /// Looks at the process now; nil where there is no `/proc`.
    static func current() -> Self? {
        readFile("/proc/self/stat").flatMap {
            Self(stat: $0, ticks: Double(sysconf(Int32(_SC_CLK_TCK))), pageBytes: Double(getpagesize()))
        }
    }

    /// When the machine started, in seconds since 1970, from the text of `/proc/stat`.
    static func bootTime(stat: String) -> Double? {
        stat.split(separator: "\n").first { $0.hasPrefix("btime ") }
            .flatMap { Double($0.dropFirst("btime ".count)) }
    }

    /// How many files the process has open, without the one that is needed to find out.
    static func openFiles() -> Double? {
        guard let folder = opendir("/proc/self/fd") else { return nil }
        defer { closedir(folder) }
        var entries = 0
        while readdir(folder) != nil { entries += 1 }
        return Double(entries - [".", "..", "the folder itself"].count)
    }

    /// How many files the process may have open.
    static func maximumFiles() -> Double? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        return Double(limit.rlim_cur)
    }

    /// Reads a file of `/proc`, which tells no size beforehand.
    static func readFile(_ path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
