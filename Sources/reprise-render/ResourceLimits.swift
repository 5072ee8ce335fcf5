import Glibc

/// What this process may take, so that a bad order harms nobody else.
enum ResourceLimits {
    // A video of 1920×1920 pixels takes less than a quarter of it.
    private static let memoryBytes: UInt = 4 << 30
    private static let secondsForOneOrder: UInt = 900
    // A minute at the highest rate and size takes a tenth of it.
    private static let fileBytes: UInt = 2 << 30
    private static let openFiles: UInt = 256

    /// Limits memory, files and their size, and keeps crashes off the disk.
    static func apply() {
        set(RLIMIT_AS, memoryBytes)
        set(RLIMIT_CORE, 0)
        set(RLIMIT_FSIZE, fileBytes)
        set(RLIMIT_NOFILE, openFiles)
        // A file over its limit is an error like a full disk, not the end of the worker.
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Gives processor time for one more order: the kernel counts from the start of the process.
    static func allowNextOrder() {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        let used = UInt(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        set(RLIMIT_CPU, used + secondsForOneOrder)
    }

    private static func set(_ resource: __rlimit_resource, _ value: UInt) {
        var limit = rlimit()
        getrlimit(CInt(resource.rawValue), &limit)
        limit.rlim_cur = min(rlim_t(value), limit.rlim_max)
        setrlimit(CInt(resource.rawValue), &limit)
    }
}
