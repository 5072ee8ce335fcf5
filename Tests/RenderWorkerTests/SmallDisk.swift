import Foundation
import TestSupport

/// A file system in memory that is soon full; it goes away with its owner.
final class SmallDisk {
    private let folder: TemporaryFolder

    var path: String { folder.path }

    /// Whether this process may mount.
    static let isPossible: Bool = (try? SmallDisk(kilobytes: 64)) != nil

    init(kilobytes: Int) throws {
        folder = try TemporaryFolder()
        guard mount("none", folder.path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    deinit { umount2(path, CInt(MNT_DETACH)) }
}
