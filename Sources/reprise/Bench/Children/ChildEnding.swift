import Glibc

/// How a child ended, and the processor time it took.
struct ChildEnding: Sendable, Equatable {
    /// The exit code, or 128 and the number of the signal, as shells have it.
    let code: Int
    /// In user and kernel mode together.
    let processorTime: Duration

    init(status: CInt, usage: rusage) {
        let signal = Int(status & 0x7F)
        code = signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal
        processorTime = Duration(usage.ru_utime) + Duration(usage.ru_stime)
    }
}

extension Duration {
    fileprivate init(_ time: timeval) {
        self = .seconds(time.tv_sec) + .microseconds(time.tv_usec)
    }
}
