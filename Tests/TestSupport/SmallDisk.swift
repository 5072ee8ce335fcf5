import Foundation
import Glibc

/// A file system of its own in memory, so that a test can fill it or make it read-only.
///
/// It goes away with its last owner. Mounting needs root: give a test that uses it
/// `.enabled(if: SmallDisk.isPermitted, SmallDisk.reason)`.
package final class SmallDisk: Sendable {
    private let folder: TemporaryFolder

    package var path: String { folder.path }

    /// Mounts an empty disk.
    ///
    /// - Parameter bytes: How much fits on it.
    package init(bytes: Int) throws {
        folder = try TemporaryFolder()
        guard mount("reprise-test", folder.path, "tmpfs", 0, "size=\(bytes)") == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
        }
    }

    // Also while a file on it is still open.
    deinit { umount2(folder.path, Int32(MNT_DETACH)) }

    /// Returns the path of an entry of the disk.
    package func file(_ name: String) -> String { folder.file(name) }

    /// Lets nobody write any more, root included; no file may be open for writing.
    package func makeReadOnly() throws {
        let flags = UInt(MS_REMOUNT | MS_RDONLY)
        guard mount("reprise-test", path, "tmpfs", flags, nil) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
        }
    }

    /// Whether this process may mount.
    package static let isPermitted = (try? SmallDisk(bytes: 65_536)) != nil

    package static let reason = "a disk that can be filled needs the right to mount a tmpfs (root)"
}
