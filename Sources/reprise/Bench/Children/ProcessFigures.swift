import Foundation

/// What the kernel says of a process that runs.
struct ProcessFigures: Sendable, Equatable {
    /// Memory in RAM now.
    let residentBytes: Int
    /// The most it ever was.
    let peakBytes: Int
    /// What it has taken in user and kernel mode together, to a hundredth of a second.
    let processorTime: Duration

    /// Reads the texts of `/proc/PID/status` and `/proc/PID/stat`; nil when a figure is not in them.
    ///
    /// - Parameter ticks: How many make a second.
    init?(status: String, stat: String, ticks: Int) {
        func bytes(_ name: String) -> Int? {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            let words = line?.split { $0 == " " || $0 == "\t" }
            guard let words, words.count == 3, words[2] == "kB" else { return nil }
            return Int(words[1]).map { $0 * 1024 }
        }
        // The name of the program comes second, in parentheses, and may hold spaces and parentheses itself.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        guard let resident = bytes("VmRSS"), let peak = bytes("VmHWM"), fields.count > 13,
            let user = Int(fields[12]), let kernel = Int(fields[13])
        else { return nil }
        (residentBytes, peakBytes) = (resident, peak)
        processorTime = .milliseconds((user + kernel) * 1000 / ticks)
    }

    /// Asks the kernel.
    init(of child: Child) throws(BenchError) {
        let (status, stat) = (Self.text("status", of: child), Self.text("stat", of: child))
        guard let figures = ProcessFigures(status: status, stat: stat, ticks: sysconf(CInt(_SC_CLK_TCK)))
        else {
            throw child.failure("is gone")
        }
        self = figures
    }

    /// Memory that this process has in RAM now; 0 when the kernel does not say.
    static var ownResidentBytes: Int {
        ProcessFigures(
            status: text("status", of: "self"), stat: text("stat", of: "self"),
            ticks: sysconf(CInt(_SC_CLK_TCK)))?.residentBytes ?? 0
    }

    /// What this process has taken so far in user and kernel mode together.
    static var ownProcessorTime: Duration {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(.zero) {
            $0 + .seconds($1.tv_sec) + .microseconds($1.tv_usec)
        }
    }

    private static func text(_ name: String, of child: Child) -> String {
        text(name, of: "\(child.id)")
    }

    private static func text(_ name: String, of process: String) -> String {
        let file = FileHandle(forReadingAtPath: "/proc/\(process)/\(name)")
        return String(decoding: (try? file?.readToEnd()) ?? Data(), as: UTF8.self)
    }
}
