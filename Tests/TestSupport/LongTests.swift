import Foundation

/// Whether tests that draw from many seeds or kill many processes take their time.
///
/// `REPRISE_LONG_TESTS=1 swift test` runs the long forms of all of them.
package enum LongTests {
    package static let areWanted = ProcessInfo.processInfo.environment["REPRISE_LONG_TESTS"] != nil

    /// As many seeds as there is time for.
    package static func seeds(_ few: UInt64, orLong many: UInt64) -> Range<UInt64> {
        0..<(areWanted ? many : few)
    }
}
