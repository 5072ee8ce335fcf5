/// Makes request ids: random bits of this server, and a number that grows.
struct RequestIDs {
    private let prefix: String
    private var count: UInt64 = 0

    init() {
        let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
        prefix = String(repeating: "0", count: 16 - digits.count) + digits + "-"
    }

    mutating func next() -> String {
        count += 1
        return prefix + String(count, radix: 16)
    }
}
