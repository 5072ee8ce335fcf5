/// Everything a provider needs to make a video.
package struct VideoRequest: Sendable, Hashable, Codable {
    /// The English prompt.
    package var text: String
    package var negative: String?
    /// The idea as it was typed, for the caption.
    package var idea: String
    package var model: ModelName
    package var format: VideoFormat
    package var seed: UInt64
    package var overlay: Overlay
    /// What the video starts from and ends with.
    package var pictures = VideoPictures()

    package init(
        text: String, negative: String? = nil, idea: String, model: ModelName, format: VideoFormat,
        seed: UInt64, overlay: Overlay = Overlay()
    ) {
        self.text = text
        self.negative = negative
        self.idea = idea
        self.model = model
        self.format = format
        self.seed = seed
        self.overlay = overlay
    }

    // Jobs that were stored before there were pictures lack them.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        text = try values.decode(String.self, forKey: .text)
        negative = try values.decodeIfPresent(String.self, forKey: .negative)
        idea = try values.decode(String.self, forKey: .idea)
        model = try values.decode(ModelName.self, forKey: .model)
        format = try values.decode(VideoFormat.self, forKey: .format)
        seed = try values.decode(UInt64.self, forKey: .seed)
        overlay = try values.decode(Overlay.self, forKey: .overlay)
        pictures = try values.decodeIfPresent(VideoPictures.self, forKey: .pictures) ?? VideoPictures()
    }
}

/// Size, rate and length of a video.
package struct VideoFormat: Sendable, Hashable, Codable {
    /// Even, 64...1920.
    package let width: Int
    /// Even, 64...1920.
    package let height: Int
    /// Frames in a second, 12...60.
    package let framesPerSecond: Int
    /// 1...60.
    package let durationSeconds: Int

    /// Checks every number.
    ///
    /// - Throws: ``InputError`` naming `width`, `height`, `fps` or `duration`.
    package init(
        width: Int = 1280, height: Int = 720, framesPerSecond: Int = 24, durationSeconds: Int = 10
    ) throws(InputError) {
        for (field, value) in [("width", width), ("height", height)] {
            guard (64...1920).contains(value), value.isMultiple(of: 2) else {
                throw InputError(field: field, code: .outOfRange, expected: "an even number from 64 to 1920")
            }
        }
        guard (12...60).contains(framesPerSecond) else {
            throw InputError(field: "fps", code: .outOfRange, expected: "12 to 60 frames a second")
        }
        guard (1...60).contains(durationSeconds) else {
            throw InputError(field: "duration", code: .outOfRange, expected: "1 to 60 seconds")
        }
        self.width = width
        self.height = height
        self.framesPerSecond = framesPerSecond
        self.durationSeconds = durationSeconds
    }

    package var frameCount: Int { framesPerSecond * durationSeconds }
}

/// What is drawn over the picture.
package struct Overlay: Sendable, Hashable, Codable {
    package var showsCaptions = true
    package var showsProgress = true
    /// Words for what the picture cannot show, and text that the prompt asks to be seen.
    package var showsTitle = true
    /// The mark that says the picture is an animatic; a substitute always carries it.
    package var showsMark = true

    package init() {}

    // Jobs that were stored before there was a title to switch lack it.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func flag(_ key: CodingKeys) throws -> Bool {
            try values.decodeIfPresent(Bool.self, forKey: key) ?? true
        }
        showsCaptions = try flag(.showsCaptions)
        showsProgress = try flag(.showsProgress)
        showsTitle = try flag(.showsTitle)
        showsMark = try flag(.showsMark)
    }
}

extension AspectRatio {
    /// The size in pixels that a video of this shape has when none is asked for.
    package var size: (width: Int, height: Int) {
        switch self {
        case .wide: (1280, 720)
        case .tall: (720, 1280)
        case .square: (720, 720)
        case .portrait: (720, 900)
        }
    }
}
