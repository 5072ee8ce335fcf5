import Foundation

/// Processes that this test program started.
enum Children {
    /// Those of a program whose log is in a folder, which tells the tests that run beside each other apart.
    static func withName(_ name: String, using folder: String) -> [pid_t] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return entries.compactMap { pid_t($0) }.filter { process in
            let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
            let log = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/2")
            return program?.hasSuffix("/" + name) == true && log?.hasPrefix(folder) == true
        }
    }
}
