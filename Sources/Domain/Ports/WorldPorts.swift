/// What time it is, for records that people read.
///
/// Time-outs and waits use a Swift `Clock` instead.
package protocol WallClock: Sendable {
    func now() -> Timestamp
}

/// Where random bits come from, so that a test can choose them.
package protocol RandomSource: Sendable {
    func next() -> UInt64
}

/// The operating system's random bits.
package struct SystemRandomSource: RandomSource {
    package init() {}

    package func next() -> UInt64 {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }
}
