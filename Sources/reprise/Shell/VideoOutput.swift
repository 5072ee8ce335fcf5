import Domain
import Studio

/// The files that the person wants of a video.
struct VideoOutput: Sendable {
    let video: OutputFile
    private let thumbnail: OutputFile?
    private let contactSheet: OutputFile?

    /// Reads where they go.
    ///
    /// - Throws: ``InputError`` naming the option whose file has no folder or another ending.
    init(_ arguments: Arguments) throws(InputError) {
        video = try OutputFile(arguments.options["output"])
        thumbnail = try Self.picture("thumbnail", arguments, endings: [".jpg", ".jpeg", ".webp"])
        contactSheet = try Self.picture("contact-sheet", arguments, endings: [".jpg", ".jpeg"])
    }

    private static func picture(
        _ option: String, _ arguments: Arguments, endings: [String]
    ) throws(InputError) -> OutputFile? {
        guard let path = arguments.options[option] else { return nil }
        guard endings.contains(where: path.lowercased().hasSuffix) else {
            throw InputError(
                field: "--\(option)", code: .unknownValue,
                expected: "a file name that ends in \(endings.joined(separator: " or "))")
        }
        return try OutputFile(path)
    }

    /// Copies what was made; a picture that the provider did not make is left out.
    func receive(_ file: VideoFile, from studio: Studio) throws(ProviderError) {
        try video.receive(studio.path(of: file.name))
        if let thumbnail {
            let isSmall = thumbnail.path.lowercased().hasSuffix(".webp")
            let name = isSmall ? file.smallThumbnailName : file.thumbnailName
            if let name { try thumbnail.receive(studio.path(of: name)) }
        }
        if let contactSheet, let name = file.contactSheetName {
            try contactSheet.receive(studio.path(of: name))
        }
    }
}
