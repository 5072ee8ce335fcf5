/// How often one asks a service about a job.
///
/// The pause depends on the age of the job alone, so that a restart goes on where the plan was.
package struct PollPlan: Sendable, Hashable {
    /// Time from the acceptance to the first look.
    package var first: Duration
    /// The shortest pause between two looks.
    package var least: Duration
    /// The longest pause.
    package var most: Duration
    /// The pause as a share of the job's age, between the shortest and the longest.
    package var growth: Double
    /// When nobody waits for the video any more; what was paid for is looked at later all the same.
    package var patience: Duration

    /// - Parameter first: The shortest pause when nil.
    package init(
        first: Duration? = nil, least: Duration, most: Duration, growth: Double = 0.05, patience: Duration
    ) {
        self.first = first ?? least
        (self.least, self.most, self.growth, self.patience) = (least, most, growth, patience)
    }

    /// The time until the next look.
    ///
    /// - Parameters:
    ///   - age: Since the job was accepted.
    ///   - jitter: 0..<1; spreads the looks of many jobs by a fifth of the pause.
    package func pause(at age: Duration, jitter: Double) -> Duration {
        guard age >= first else { return first - age + least * (0.2 * jitter) }
        return min(max(least, age * growth), most) * (1 + 0.2 * jitter)
    }
}
