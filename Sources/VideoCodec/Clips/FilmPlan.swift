import CAVFormat

/// Which clips of a film are copied, and what the others become.
struct FilmPlan {
    let paths: [String]
    /// Size and rate of every clip that is encoded again.
    let format: FrameFormat
    /// For each clip whether its packets are copied.
    let copies: [Bool]
    let hasSound: Bool
    let losesSound: Bool
    // Kept open: their parameters describe the film's tracks.
    private let first: ClipFile

    /// Looks at every clip.
    init(_ paths: [String], limits: ClipLimits) throws(VideoCodecError) {
        guard let opening = paths.first else {
            throw VideoCodecError(.unsupported, "A film needs a clip")
        }
        let first = try Self.open(opening, 1, limits)
        let format = try FrameFormat(fitting: first.facts)
        var (matchesFirst, matchesFormat, sounds) = ([true], [first.isVP8(format)], [first.hasWebMSound])
        for (index, path) in paths.enumerated().dropFirst() {
            let clip = try Self.open(path, index + 1, limits)
            matchesFirst.append(clip.matches(first))
            matchesFormat.append(clip.isVP8(format))
            sounds.append(clip.hasSound(like: first))
        }
        let isCopy = first.isWebMCodec && first.orientation == .upright && matchesFirst.allSatisfy { $0 }
        (self.paths, self.format, self.first) = (paths, format, first)
        copies = isCopy ? matchesFirst : matchesFormat
        hasSound = sounds.allSatisfy { $0 }
        losesSound = !hasSound && (first.sound != nil || sounds.contains(true))
    }

    /// Describes the film's tracks: as the first clip's, or as VP8 when clips differ.
    func addTracks(to writer: borrowing WebMWriter) throws(VideoCodecError) {
        if copies.allSatisfy({ $0 }), let parameters = first.video.pointee.codecpar {
            try writer.addTrack(like: parameters, rate: first.facts.frameRate)
        } else {
            try writer.addVideo(format)
        }
        if hasSound, let parameters = first.sound?.pointee.codecpar {
            try writer.addTrack(like: parameters, rate: nil)
        }
    }

    private static func open(
        _ path: String, _ number: Int, _ limits: ClipLimits
    ) throws(VideoCodecError) -> ClipFile {
        do throws(VideoCodecError) {
            return try ClipFile(path, limits: limits)
        } catch {
            throw error.of(clip: number)
        }
    }
}

extension ClipFile {
    /// Whether WebM holds its pictures as they are.
    var isWebMCodec: Bool { ["vp8", "vp9", "av1"].contains(facts.codec) }

    var hasWebMSound: Bool { ["opus", "vorbis"].contains(facts.sound ?? "") }

    func isVP8(_ format: FrameFormat) -> Bool {
        facts.codec == "vp8" && facts.width == format.width && facts.height == format.height
            && abs(facts.frameRate.value - Double(format.framesPerSecond)) < 0.01 && orientation == .upright
    }

    /// Whether its pictures can follow those of another clip in one track.
    func matches(_ other: ClipFile) -> Bool {
        guard let mine = video.pointee.codecpar, let theirs = other.video.pointee.codecpar else {
            return false
        }
        return orientation == other.orientation && facts.codec == other.facts.codec
            && facts.width == other.facts.width
            && facts.height == other.facts.height
            && abs(facts.frameRate.value - other.facts.frameRate.value) < 0.01
            && mine.pointee.color_space == theirs.pointee.color_space
            && mine.pointee.color_range == theirs.pointee.color_range
            && mine.pointee.extra == theirs.pointee.extra
    }

    /// Whether its sound can follow that of another clip in one track.
    func hasSound(like other: ClipFile) -> Bool {
        guard hasWebMSound, let mine = sound?.pointee.codecpar, let theirs = other.sound?.pointee.codecpar
        else { return false }
        return facts.sound == other.facts.sound && mine.pointee.sample_rate == theirs.pointee.sample_rate
            && mine.pointee.ch_layout.nb_channels == theirs.pointee.ch_layout.nb_channels
            && mine.pointee.extra == theirs.pointee.extra
    }
}

extension AVCodecParameters {
    /// What a decoder has to know before the first packet.
    fileprivate var extra: [UInt8] {
        guard let extradata else { return [] }
        return Array(UnsafeBufferPointer(start: extradata, count: Int(extradata_size)))
    }
}

extension FrameFormat {
    /// The nearest format to a clip's that our encoder makes: even, at most 1920 pixels, whole frames/s.
    fileprivate init(fitting facts: ClipFacts) throws(VideoCodecError) {
        let scale = min(1, 1920 / Double(max(facts.width, facts.height)))
        let even = { (value: Int) in max(2, Int(Double(value) * scale / 2 + 0.5) * 2) }
        try self.init(
            width: even(facts.width), height: even(facts.height),
            framesPerSecond: min(60, max(1, Int(facts.frameRate.value.rounded()))))
    }
}
