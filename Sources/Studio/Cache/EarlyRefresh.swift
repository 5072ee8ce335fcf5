import Foundation

/// When an answer is written anew before its time is over, so that nobody has to wait for it.
///
/// Each look-up rolls the dice; the nearer the end and the longer the writing takes, the likelier it is.
/// Many instances roll different numbers, so they do not come together (A. Vattani, F. Chierichetti,
/// K. Lowenstein, "Optimal Probabilistic Cache Stampede Prevention", 2015).
enum EarlyRefresh {
    /// Whether to begin now.
    ///
    /// - Parameters:
    ///   - freshFor: The time that is left.
    ///   - writingTime: How long the writing took last time.
    ///   - random: Random bits.
    static func isDue(freshFor: Duration, writingTime: Duration, random: UInt64) -> Bool {
        guard freshFor > .zero else { return true }
        // In (0, 1], so that the logarithm is there.
        let dice = (Double(random >> 11) + 1) / Double(1 << 53)
        return writingTime / .seconds(1) * -log(dice) >= freshFor / .seconds(1)
    }
}
