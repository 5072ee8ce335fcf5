package import Domain

/// Which faults a provider has, how often, and by which seed.
///
/// It is read from words such as `seed=7,latency=0..50,transient=0.2,stall=0.05`.
package struct FaultPlan: Sendable, Hashable {
    /// Faults beside the typed errors.
    package enum Fault: String, Sendable, Hashable, CaseIterable {
        /// A question for the state fails; the next one does not.
        case unreadable
        /// The work fails after it was accepted.
        case broken
        /// The work never ends.
        case stall
        /// The file arrives in half.
        case truncated
    }

    package var seed: UInt64 = 0
    /// How long each call takes, in milliseconds.
    package var latency = 0...0
    /// The share of submissions that end with an error, 0...1.
    package var errors: [ProviderError.Code: Double] = [:]
    package var faults: [Fault: Double] = [:]
    /// What throttling asks for.
    package var retryAfter: Duration?
    /// Whether the provider is one that must not be asked twice: what it accepted outlives the process.
    package var isPaid = false
    /// The share of steps at which the process is killed, 0...1.
    package var crash = 0.0
    /// The step at which the process is killed the first time that it comes there; empty for none.
    package var crashStep = ""

    /// - Throws: ``InputError`` naming `faults`.
    package init(_ text: String) throws(InputError) {
        for word in text.split(separator: ",") {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, set(parts[0], to: parts[1]) else {
                throw InputError(
                    field: "faults", code: .malformed, expected: Self.grammar + "; not '\(word)'")
            }
        }
    }

    private static let grammar =
        "words with commas: seed=NUMBER, latency=LEAST..MOST (ms), retry-after=SECONDS, paid=yes, "
        + "crash=SHARE, crash-at=STEP, or a share from 0 to 1 of "
        + (ProviderError.Code.allCases.map(\.rawValue) + Fault.allCases.map(\.rawValue))
        .joined(separator: ", ")

    private mutating func set(_ name: String, to value: String) -> Bool {
        switch name {
        case "seed":
            guard let number = UInt64(value) else { return false }
            seed = number
        case "latency":
            let ends = value.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
            guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= 600_000 else { return false }
            latency = ends[0]...ends[1]
        case "retry-after":
            guard let seconds = Int(value), (0...86_400).contains(seconds) else { return false }
            retryAfter = .seconds(seconds)
        case "paid":
            guard ["yes", "no"].contains(value) else { return false }
            isPaid = value == "yes"
        case "crash-at": crashStep = value
        default: return setShare(name, value)
        }
        return true
    }

    private mutating func setShare(_ name: String, _ value: String) -> Bool {
        guard let share = Double(value), (0...1).contains(share) else { return false }
        if name == "crash" {
            crash = share
        } else if let code = ProviderError.Code(rawValue: name) {
            errors[code] = share
        } else if let fault = Fault(rawValue: name) {
            faults[fault] = share
        } else {
            return false
        }
        return true
    }

    /// A number in 0..<1 that depends on the seed and the words alone.
    package func roll(_ words: String...) -> Double {
        // FNV-1a, and the mixer of SplitMix64 for its high bits.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in words.joined(separator: "/").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((hash ^ (hash >> 31)) >> 11) / Double(1 << 53)
    }
}
