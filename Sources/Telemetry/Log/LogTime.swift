import Glibc

/// Moments as log lines write them.
package enum LogTime {
    /// Milliseconds since 1970 by the machine's clock.
    @Sendable package static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// RFC 3339 in UTC with milliseconds, such as `2026-11-21T01:09:06.000Z`.
    static func text(of milliseconds: Int64) -> String {
        let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000)
        var time = time_t(rest < 0 ? seconds - 1 : seconds)
        var date = tm()
        gmtime_r(&time, &date)
        let fields = [
            (date.tm_year + 1900, 4, "-"), (date.tm_mon + 1, 2, "-"), (date.tm_mday, 2, "T"),
            (date.tm_hour, 2, ":"), (date.tm_min, 2, ":"), (date.tm_sec, 2, "."),
            (Int32(rest < 0 ? rest + 1000 : rest), 3, "Z"),
        ]
        return fields.reduce(into: "") { text, field in
            let digits = String(field.0)
            text += String(repeating: "0", count: max(0, field.1 - digits.utf8.count)) + digits + field.2
        }
    }
}
