import Glibc

/// The value of the `Date` header (RFC 9110, section 5.6.7), written anew once a second.
struct DateCache {
    private var second: time_t = -1
    private var bytes: [UInt8] = []

    mutating func now() -> [UInt8] {
        let current = time(nil)
        if current != second {
            second = current
            bytes = Array(Self.text(of: current).utf8)
        }
        return bytes
    }

    /// Writes a time, in seconds since 1970, as `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(of second: time_t) -> String {
        var second = second
        var parts = tm()
        gmtime_r(&second, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)])"
        let time = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(day) \(parts.tm_year + 1900) \(time) GMT"
    }

    private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
