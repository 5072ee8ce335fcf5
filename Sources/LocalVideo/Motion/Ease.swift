import Glibc

/// Curves of motion.
enum Ease {
    /// From 0 to 1, starting and ending at rest; held outside.
    static func smooth(_ share: Double) -> Double {
        let share = min(1, max(0, share))
        return share * share * (3 - 2 * share)
    }

    /// -1...1, one swing a turn.
    static func swing(_ turns: Double) -> Double { sin(2 * .pi * turns) }
}
