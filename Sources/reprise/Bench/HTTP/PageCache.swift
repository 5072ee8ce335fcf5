import Foundation

/// The kernel's copies of files in memory.
enum PageCache {
    /// Has the kernel forget all files of a folder, so that they are read from the disk again.
    ///
    /// Those that a process has mapped stay.
    static func forget(_ folder: String) {
        for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
            let file = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { continue }
            posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
            close(file)
        }
    }
}
