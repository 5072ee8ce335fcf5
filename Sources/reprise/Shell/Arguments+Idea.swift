import Domain
import Studio

extension Arguments {
    /// The options that say how a prompt should be.
    static let ideaOptions: Set<String> = [
        "model", "style", "mood", "aspect", "duration", "seed", "variation",
    ]

    /// The flags that say so.
    static let ideaFlags: Set<String> = ["plain", "image-to-video"]

    /// Those options, for the help.
    static let ideaOptionsHelp = """
          --model NAME        Model the prompt is written for
          --style WORDS       Styles, the most important first, separated by commas
          --mood WORD         Mood
          --aspect SHAPE      16:9, 9:16, 1:1 or 4:5
          --duration SECONDS  Length of the video, 1 to 60 (10)
          --seed NUMBER       Decides among equal choices (0)
          --variation NUMBER  Another look at the same content, 1 to 5
          --plain             Add nothing that the idea does not say
          --image-to-video    The video starts from a picture: motion and camera only
        """

    /// Reads the idea, the first operand, with its hints.
    ///
    /// - Throws: ``InputError`` naming the option or `idea`.
    func idea() throws(InputError) -> Idea {
        guard let text = operands.first else {
            throw InputError(field: "arguments", code: .missing, expected: "what the usage line says")
        }
        return try Idea(typed: text, hints: try hints())
    }

    /// Reads the wishes that go with an idea.
    ///
    /// - Throws: ``InputError`` naming the option.
    func hints() throws(InputError) -> Hints {
        var hints = Hints()
        hints.model = options["model"].map(ModelName.init(rawValue:))
        hints.styles = (options["style"] ?? "").split(separator: ",")
            .map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
        hints.mood = options["mood"]
        hints.durationSeconds = try integer("duration", in: 1...60)
        hints.seed = UInt64(try integer("seed", in: 0...Int.max) ?? 0)
        hints.enriches = !flags.contains("plain")
        hints.isFromImage = flags.contains("image-to-video")
        hints.variation = try integer("variation", in: Hints.variations)
        if let shape = options["aspect"] {
            guard let aspect = AspectRatio(rawValue: shape) else {
                let shapes = AspectRatio.allCases.map(\.rawValue).joined(separator: ", ")
                throw InputError(field: "--aspect", code: .unknownValue, expected: "one of \(shapes)")
            }
            hints.aspect = aspect
        }
        return hints
    }

    /// The options that say how a video should be.
    static let formatOptions: Set<String> = [
        "width", "height", "fps", "thumbnail", "contact-sheet", "provider",
    ]

    /// The flags that switch off what is drawn over a video.
    static let formatFlags: Set<String> = [
        "no-captions", "no-progress", "no-title", "no-mark", "dry-run",
    ]

    static let formatOptionsHelp = """
          --width PIXELS      Width, even, 64 to 1920 (1280)
          --height PIXELS     Height, even, 64 to 1920 (720)
          --fps NUMBER        Frames in a second, 12 to 60 (24)
          --provider NAME     Who makes it, as 'doctor' calls it; the built-in renderer without it
          --dry-run           Only say what would be done and what it would cost
          --thumbnail FILE    A picture of the video as well, .jpg or a small .webp
          --contact-sheet FILE  Nine pictures from its whole length as well, .jpg
          --no-captions, --no-progress, --no-title, --no-mark
                              Leave out idea and prompt, the progress bar, the words for what cannot be
                              drawn, the word "animatic"
        """

    /// Reads how a video is wanted.
    ///
    /// - Parameter format: Its size, rate and length.
    func wishes(_ format: VideoFormat) -> VideoWishes {
        var wishes = VideoWishes(format: format, overlay: overlay)
        wishes.provider = options["provider"]
        return wishes
    }

    /// Reads what is drawn over a video.
    var overlay: Overlay {
        var overlay = Overlay()
        overlay.showsCaptions = !flags.contains("no-captions")
        overlay.showsProgress = !flags.contains("no-progress")
        overlay.showsTitle = !flags.contains("no-title")
        overlay.showsMark = !flags.contains("no-mark")
        return overlay
    }

    /// Reads size, rate and length of a video.
    ///
    /// - Parameters:
    ///   - aspect: The shape when no size is given.
    ///   - seconds: The length when none is given.
    /// - Throws: ``InputError`` naming the option.
    func format(aspect: AspectRatio, seconds: Int) throws(InputError) -> VideoFormat {
        let (width, height) = aspect.size
        return try VideoFormat(
            width: try integer("width", in: 1...100_000) ?? width,
            height: try integer("height", in: 1...100_000) ?? height,
            framesPerSecond: try integer("fps", in: 1...1000) ?? 24,
            durationSeconds: try integer("duration", in: 1...60) ?? seconds)
    }
}
