import Foundation
import Glibc

/// A network namespace with one cable to this machine, which a test can cut.
///
/// Needs root and iproute2: give a test that uses it `.enabled(if: CutNetwork.isPermitted, …)`.
package final class CutNetwork: Sendable {
    package let name: String
    /// The address of this machine's end of the cable.
    package let outside: String
    /// The address inside the namespace.
    package let inside: String
    private let cable: String

    package struct Failure: Error { let command: [String], errors: String }

    package init() async throws {
        let number = Int(getpid()) % 60_000 + Int.random(in: 0..<5000)
        name = "reprise-\(number)"
        cable = "rpr\(number)"
        let network = "10.\(200 + number % 50).\(number / 50 % 250)"
        (outside, inside) = (network + ".1", network + ".2")
        try await Self.ip(["netns", "add", name])
        try await Self.ip(["link", "add", cable, "type", "veth", "peer", "name", cable + "b", "netns", name])
        try await Self.ip(["addr", "add", outside + "/24", "dev", cable])
        try await Self.ip(["link", "set", cable, "up"])
        try await Self.ip(["-n", name, "addr", "add", inside + "/24", "dev", cable + "b"])
        try await Self.ip(["-n", name, "link", "set", cable + "b", "up"])
        try await Self.ip(["-n", name, "link", "set", "lo", "up"])
    }

    /// Takes the cable and the namespace away; what runs inside has to have ended.
    package func remove() async {
        try? await Self.ip(["link", "del", cable])
        try? await Self.ip(["netns", "del", name])
    }

    /// Nothing gets through any more, in either direction, and nobody is told.
    package func cut() async throws { try await Self.ip(["link", "set", cable, "down"]) }

    package func mend() async throws { try await Self.ip(["link", "set", cable, "up"]) }

    private static func ip(_ words: [String]) async throws {
        let ending = try await ChildProcess(program, words).ending()
        guard ending.code == 0 else { throw Failure(command: words, errors: ending.errors) }
    }

    package static let program = "/usr/sbin/ip"

    /// Whether this process may make namespaces.
    package static let isPermitted = geteuid() == 0 && access(program, X_OK) == 0 && mayUnshare

    package static let reason = "a network that can be cut needs namespaces (root, iproute2)"

    /// Namespaces take CAP_SYS_ADMIN, which root may lack inside a container.
    private static let mayUnshare: Bool = {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("CapEff:") } ?? ""
        let bits = line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) } ?? 0
        return bits >> 21 & 1 == 1
    }()
}
