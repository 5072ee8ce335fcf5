import Canvas
import Domain

/// Captions, titles, mark and progress bar: set once, drawn over every frame.
struct OverlayPainter {
    private struct Placed {
        let layer: Picture
        let x: Int
        let y: Int
    }

    private var placed: [Placed] = []
    /// One for each shot.
    private var titles: [Placed?] = []
    private let showsProgress: Bool
    private let unit: Double

    /// Sets the texts.
    ///
    /// - Parameters:
    ///   - request: Whose idea and prompt are shown.
    ///   - titles: For each shot the words that stand for what cannot be drawn.
    ///   - isSubstitute: Whether the picture says that it stands in for another; nothing switches it off.
    init(_ request: VideoRequest, titles: [[String]], isSubstitute: Bool) {
        let (width, height) = (request.format.width, request.format.height)
        unit = Double(min(width, height)) / 720
        showsProgress = request.overlay.showsProgress
        let safe = SafeArea(width: width, height: height)
        if request.overlay.showsCaptions { placeCaptions(request, safe) }
        if isSubstitute {
            placeMark("대체 영상 · SUBSTITUTE", Colour(0xFFD34F), safe)
        } else if request.overlay.showsMark {
            placeMark("ANIMATIC · 미리보기", .white, safe)
        }
        self.titles = titles.map { request.overlay.showsTitle ? title($0, safe) : nil }
    }

    /// Draws it all.
    ///
    /// - Parameters:
    ///   - picture: What is drawn on.
    ///   - share: How much of the video is over, 0...1.
    ///   - shot: Whose title is shown.
    ///   - titleOpacity: How much of it, 0...1.
    func draw(on picture: Picture, share: Double, shot: Int, titleOpacity: Double) {
        if let title = titles[shot] {
            picture.draw(title.layer, x: title.x, y: title.y, opacity: titleOpacity)
        }
        for text in placed { picture.draw(text.layer, x: text.x, y: text.y) }
        guard showsProgress else { return }
        let (width, height) = (Double(picture.width), Double(picture.height))
        let thick = max(2, (6 * unit).rounded())
        picture.fill(.rectangle(0, height - thick, width, thick), .black, opacity: 0.4)
        picture.fill(.rectangle(0, height - thick, width * share, thick), Colour(0xFFD34F), opacity: 0.95)
    }

    // From the bottom up: the prompt small, the idea above it, as far as there is room.
    private mutating func placeCaptions(_ request: VideoRequest, _ safe: SafeArea) {
        var bottom = safe.bottom
        let limit = safe.bottom - safe.height * 2 / 5
        var small = CaptionStyle(size: max(9, 20 * unit), width: safe.width)
        (small.lines, small.isCentred, small.outline) = (2, true, max(1, Int((2 * unit).rounded())))
        small.colour = Colour(0xE6E3D8)
        var large = small
        (large.size, large.lines, large.isBold, large.colour) = (max(11, 36 * unit), 1, true, .white)
        // A long idea takes two lines, and no more room than it must.
        if let line = Picture.caption(request.idea, wide(large)), line.width > safe.width {
            (large.size, large.lines) = (max(10, 28 * unit), 2)
        }
        var texts: [Placed] = []
        for (text, style) in [(request.text, small), (request.idea, large)] {
            var style = style
            while style.lines > 0 {
                if let layer = balanced(text, style), bottom - layer.height >= limit,
                    layer.width <= safe.width
                {
                    bottom -= layer.height
                    texts.append(
                        Placed(layer: layer, x: safe.left + (safe.width - layer.width) / 2, y: bottom & ~1))
                    break
                }
                style.lines -= 1
            }
        }
        if !texts.isEmpty { placeShade(request.format, from: bottom) }
        placed += texts
    }

    /// Sets a text; two lines are made about equally long, so that no word stands alone.
    private func balanced(_ text: String, _ style: CaptionStyle) -> Picture? {
        guard let layer = Picture.caption(text, style) else { return nil }
        var line = wide(style)
        line.lines = 1
        let isOneLine = Double(layer.height) < 2 * style.size + 2 * Double(style.outline)
        guard style.lines == 2, !isOneLine, let whole = Picture.caption(text, line),
            whole.width < line.width - 2 * style.outline - Int(style.size)
        else { return layer }
        var even = style
        // Half, and room for the word at the break.
        even.width = min(style.width, whole.width / 2 + Int(4.5 * style.size))
        return Picture.caption(text, even)
    }

    /// The same style with room for any text of one line.
    private func wide(_ style: CaptionStyle) -> CaptionStyle {
        var style = style
        style.width *= 2
        return style
    }

    /// Darkens the picture towards its lower edge, so that letters stand out on snow as well.
    private mutating func placeShade(_ format: VideoFormat, from top: Int) {
        let start = max(0, top - Int(70 * unit)) & ~1
        let layer = Picture(width: format.width, height: format.height - start, isLayer: true)
        layer.veil(Colour(0x0B0E14)) { 0.62 * Ease.smooth($0 / 0.75) }
        placed.append(Placed(layer: layer.seal(), x: 0, y: start))
    }

    private mutating func placeMark(_ text: String, _ colour: Colour, _ safe: SafeArea) {
        var style = CaptionStyle(size: max(9, 20 * unit), width: safe.width)
        (style.isBold, style.colour, style.outline) = (true, colour, max(1, Int((2 * unit).rounded())))
        guard let layer = Picture.caption(text, style) else { return }
        placed.append(Placed(layer: layer, x: safe.left, y: safe.top & ~1))
    }

    private func title(_ words: [String], _ safe: SafeArea) -> Placed? {
        var style = CaptionStyle(size: max(12, 54 * unit), width: safe.width)
        (style.lines, style.isCentred, style.isBold) = (2, true, true)
        style.outline = max(1, Int((3 * unit).rounded()))
        guard let layer = Picture.caption(words.joined(separator: " · "), style),
            layer.height < safe.height / 2
        else { return nil }
        let y = safe.top + safe.height / 24
        return Placed(layer: layer, x: safe.left + (safe.width - layer.width) / 2, y: y & ~1)
    }
}

/// The part of a picture that every screen shows: all but a twentieth at each edge.
struct SafeArea {
    let left: Int
    let top: Int
    let width: Int
    let height: Int

    init(width: Int, height: Int) {
        left = width / 20
        top = height / 20
        self.width = width - 2 * left
        self.height = height - 2 * top
    }

    var bottom: Int { top + height }
}
