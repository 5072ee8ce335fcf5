/// When a circuit opens, and how it closes again.
package struct CircuitConfiguration: Sendable, Hashable {
    /// How many of the last calls are looked at.
    ///
    /// The default is 20.
    package var windowCalls = 20

    /// Calls that ended longer ago are forgotten.
    ///
    /// The default is 60 seconds.
    package var windowAge: Duration = .seconds(60)

    /// With fewer calls in the window nothing is judged.
    ///
    /// The default is 5.
    package var minimumCalls = 5

    /// The share of failed calls that opens the circuit, 0...1.
    ///
    /// The default is a half.
    package var failureRate = 0.5

    /// A call that succeeded but took longer is slow; nil looks at no call's time.
    ///
    /// The default is nil.
    package var slowAfter: Duration?

    /// The share of slow calls that opens the circuit, 0...1.
    ///
    /// The default is 0.8.
    package var slowRate = 0.8

    /// Time before an open circuit lets calls through to see.
    ///
    /// The default is 30 seconds.
    package var openFor: Duration = .seconds(30)

    /// Calls that must succeed before the circuit closes; no more than this many run at a time.
    ///
    /// The default is 2.
    package var probes = 2

    /// Creates the default configuration.
    package init() {}
}
