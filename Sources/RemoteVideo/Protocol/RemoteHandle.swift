package import Domain
import FoundationEssentials

/// What one needs to ask a service again, also after a restart and after the settings have changed.
package struct RemoteHandle: Sendable, Hashable, Codable {
    /// What the service calls the job.
    package let job: String
    /// The server that took it; a handle is never asked for elsewhere.
    package let server: String
    /// What else the service's own way of asking needs, such as the kind of the job or the output node.
    package var facts: [String: String]
    /// When it was accepted, by which the time until the next look is known.
    package let acceptedAt: Int64

    package init(job: String, server: String, facts: [String: String] = [:], acceptedAt: Timestamp) {
        (self.job, self.server, self.facts) = (job, server, facts)
        self.acceptedAt = acceptedAt.milliseconds
    }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(_ text: String) {
        guard let handle = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
        self = handle
    }

    /// The handle as one line.
    package var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Texts and a number can always be written.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// How long ago it was accepted; never less than nothing, whatever the clocks say.
    package func age(at now: Timestamp) -> Duration {
        max(.zero, Timestamp(milliseconds: acceptedAt).duration(to: now))
    }
}
