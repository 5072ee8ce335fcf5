import BlockingExecutor
package import Domain
import Glibc

/// Finished videos as files of one folder.
///
/// A video is written beside its place under a name that ends in `.partial`, checked, made durable and
/// renamed, so that a file with a finished name is always whole.
package final class FolderVideoShelf: VideoShelf {
    private let folder: String
    private let pool = BlockingPool(name: "video-folder", threads: 2)

    /// Opens the folder, makes it when it is missing, and removes what a crash left half-written
    /// more than an hour ago.
    ///
    /// - Throws: ``ProviderError/Code/storage`` when it cannot be made or written.
    package init(folder: String) throws(ProviderError) {
        self.folder = folder
        try Self.prepare(folder)
    }

    package func reserve(for job: VideoJob.ID, format: VideoFormat) async throws(ProviderError)
        -> DownloadTarget
    {
        let needed = Self.roomNeeded(for: format)
        let room = try await pool.run { [folder] () throws(ProviderError) in try Self.freeBytes(of: folder) }
        guard room >= needed else {
            throw ProviderError(
                .storage, "The disk is full: \(room / 1_048_576) MiB free, \(needed / 1_048_576) MiB needed")
        }
        let target = DownloadTarget(
            video: path(of: "\(job).webm.partial"), thumbnail: path(of: "\(job).jpg.partial"))
        // A process that was killed may have left its half of the same job; nobody else holds the job now.
        await discard(target)
        return target
    }

    package func keep(
        _ target: DownloadTarget, of job: VideoJob.ID, isSubstitute: Bool, lasting seconds: Int?
    ) async throws(ProviderError) -> VideoFile {
        // The real video must not tear the substitute that somebody is watching.
        let name = isSubstitute ? "\(job)-substitute" : "\(job)"
        let thumbnail = name + ".jpg"
        return try await pool.run { [folder] () throws(ProviderError) in
            let ending = try Self.checkedEnding(of: target.video, lasting: seconds)
            let video = name + ending
            let (bytes, digest) = try StoredFile.seal(target.video, startingWith: [])
            _ = try StoredFile.seal(target.thumbnail, startingWith: [0xFF, 0xD8])
            let small = try Self.keepIfThere(
                target.smallThumbnail, as: name + ".webp", startingWith: Array("RIFF".utf8), in: folder)
            let sheet = try Self.keepIfThere(
                target.contactSheet, as: name + "-sheet.jpg", startingWith: [0xFF, 0xD8], in: folder)
            try StoredFile.rename(target.thumbnail, to: "\(folder)/\(thumbnail)")
            try StoredFile.rename(target.video, to: "\(folder)/\(video)")
            try StoredFile.synchronise(folder)
            var file = VideoFile(
                name: video, thumbnailName: thumbnail, bytes: bytes, digest: digest,
                isSubstitute: isSubstitute)
            (file.smallThumbnailName, file.contactSheetName) = (small, sheet)
            return file
        }
    }

    /// What a whole video's name ends in.
    ///
    /// - Throws: ``ProviderError/Code/downloadFailed`` when it is neither WebM nor MP4, or not whole.
    private static func checkedEnding(of path: String, lasting seconds: Int?) throws(ProviderError) -> String
    {
        guard try StoredFile.head(of: path, bytes: 8).dropFirst(4).elementsEqual("ftyp".utf8) else {
            let facts = try WebMFacts(ofFileAt: path)
            if let seconds { try facts.check(lasting: seconds) }
            return ".webm"
        }
        let facts = try MP4Facts(ofFileAt: path)
        if let seconds { try facts.check(lasting: seconds) }
        return ".mp4"
    }

    package func discard(_ target: DownloadTarget) async {
        await pool.run {
            unlink(target.video)
            for path in [target.thumbnail, target.smallThumbnail, target.contactSheet] { unlink(path) }
        }
    }

    /// Keeps a picture that only some providers make; nil when there is none.
    private static func keepIfThere(
        _ path: String, as name: String, startingWith signature: [UInt8], in folder: String
    ) throws(ProviderError) -> String? {
        guard access(path, F_OK) == 0 else { return nil }
        _ = try StoredFile.seal(path, startingWith: signature)
        try StoredFile.rename(path, to: "\(folder)/\(name)")
        return name
    }

    package func remove(_ file: VideoFile) async {
        await pool.run { [folder] in
            let pictures = [file.thumbnailName, file.smallThumbnailName, file.contactSheetName]
            for name in [file.name] + pictures.compactMap(\.self) { unlink("\(folder)/\(name)") }
        }
    }

    package func path(of name: String) -> String { "\(folder)/\(name)" }

    /// Room for the worst frame that the renderer makes, twice, since a file exists twice for a moment.
    private static func roomNeeded(for format: VideoFormat) -> Int {
        let bitsPerSecond = format.width * format.height * format.framesPerSecond / 8
        return 2 * bitsPerSecond / 8 * format.durationSeconds + 4 * 1_048_576
    }

    private static func freeBytes(of folder: String) throws(ProviderError) -> Int {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else {
            throw ProviderError(
                .storage, "The folder of videos cannot be read", detail: .lastSystemError(folder))
        }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    private static func prepare(_ folder: String) throws(ProviderError) {
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST, access(folder, W_OK | X_OK) == 0,
            let listing = opendir(folder)
        else {
            throw ProviderError(
                .storage, "The folder of videos cannot be written", detail: .lastSystemError(folder))
        }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.contains(".partial"), isStale("\(folder)/\(name)") { unlink("\(folder)/\(name)") }
        }
    }

    /// Whether a file was last written more than an hour ago: longer than any video takes, so that what
    /// another process is writing now stays.
    private static func isStale(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mtim.tv_sec < time(nil) - 3600
    }
}
