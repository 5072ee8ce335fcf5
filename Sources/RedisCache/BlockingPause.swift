import Glibc

/// A wait of a thread that has nothing else to do.
enum BlockingPause {
    static func wait(milliseconds: Int) {
        var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        nanosleep(&time, nil)
    }
}
