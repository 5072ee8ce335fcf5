import COpenCV
import CPango

/// How a block of text looks.
package struct CaptionStyle: Sendable, Hashable {
    /// Height of the font in pixels.
    package var size: Double
    package var isBold = false
    /// Lines are broken at this many pixels.
    package var width: Int
    /// What does not fit into so many lines ends with an ellipsis.
    package var lines = 1
    package var isCentred = false
    package var colour = Colour.white
    /// Width of the dark line around the letters, in pixels.
    package var outline = 0

    package init(size: Double, width: Int) {
        self.size = size
        self.width = width
    }
}

extension Picture {
    /// Sets a text: Korean line breaks, fonts for every script, emoji in colour, a dark outline.
    ///
    /// - Parameters:
    ///   - caption: Any text; control characters and line breaks become blanks.
    ///   - style: How it looks.
    /// - Returns: A sealed layer as small as the text, or nil when there is nothing to see.
    package static func caption(_ caption: String, _ style: CaptionStyle) -> Picture? {
        let text = printable(caption)
        guard !text.isEmpty else { return nil }
        var image = cpango_image()
        defer { cpango_free(&image) }
        // Debian's font for Korean first, so that Latin letters fit to it.
        let drawn = "Noto Sans CJK KR, Noto Sans, Sans".withCString { family in
            var raw = cpango_style(
                family: family, size: style.size, weight: style.isBold ? 700 : 400,
                width: Int32(max(1, style.width - 2 * style.outline)), lines: Int32(style.lines),
                centred: style.isCentred ? 1 : 0, colour: 0)
            raw.colour = style.colour.hex
            return text.withCString { cpango_draw($0, text.utf8.count, raw, &image) }
        }
        guard drawn == 0, let samples = image.samples else { return nil }
        let letters = UnsafeBufferPointer(start: samples, count: Int(image.width) * Int(image.height))
        return layer(letters, width: Int(image.width), outline: style.outline)
    }

    // Far more than any caption shows; Pango is slow with very long paragraphs.
    private static let longestText = 1_000

    private static func printable(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longestText) {
            let isBlank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            if isBlank && scalars.last == " " { continue }
            scalars.append(isBlank ? " " : scalar)
        }
        let text = String(scalars)
        return text == " " ? "" : text
    }

    private static func layer(_ letters: UnsafeBufferPointer<UInt32>, width: Int, outline: Int) -> Picture {
        let height = letters.count / width
        let layer = Picture(width: width + 2 * outline, height: height + 2 * outline, isLayer: true)
        if outline > 0 { layer.drawOutline(of: letters, width: width, outline) }
        let colour = Picture(width: layer.width, height: layer.height, isLayer: true)
        colour.set(letters, width: width, at: outline)
        layer.draw(colour.seal(), x: 0, y: 0)
        layer.addAlpha(of: colour)
        return layer.seal()
    }

    private func drawOutline(of letters: UnsafeBufferPointer<UInt32>, width: Int, _ outline: Int) {
        mask.clear(0)
        for (index, sample) in letters.enumerated() {
            mask.row(index / width + outline)[index % width + outline] = UInt8(
                truncatingIfNeeded: sample >> 24)
        }
        let area = Area(x: 0, y: 0, width: self.width, height: height)
        let isGrown =
            copencv_dilate(mask.forOpenCV, Int32(outline)) == 0
            && copencv_blur(mask.forOpenCV, 0.4 + Double(outline) / 4) == 0
        precondition(isGrown, "OpenCV refused to draw")
        blend(mask, area, .solid(Colour(0x0B0E14)), opacity: 0.82)
    }

    private func set(_ letters: UnsafeBufferPointer<UInt32>, width: Int, at offset: Int) {
        guard let alpha else { return }
        for (index, sample) in letters.enumerated() where sample >> 24 > 0 {
            let (x, y) = (index % width + offset, index / width + offset)
            let cover = Double(sample >> 24) / 255
            let pure = Colour(sample & 0xFFFFFF)
            // The parts are multiplied with alpha already; the offsets of video range are not.
            let straight = Colour(
                red: min(1, pure.red / cover), green: min(1, pure.green / cover),
                blue: min(1, pure.blue / cover))
            let samples = straight.samples
            luma.row(y)[x] = UInt8((Double(samples.luma) * cover).rounded())
            alpha.full.row(y)[x] = UInt8(truncatingIfNeeded: sample >> 24)
            let (column, row) = (x / 2, y / 2)
            blue.row(row)[column] &+= UInt8(Double(samples.blue) * cover / 4)
            red.row(row)[column] &+= UInt8(Double(samples.red) * cover / 4)
            alpha.half.row(row)[column] &+= UInt8(truncatingIfNeeded: (sample >> 24) / 4)
        }
    }

    private func addAlpha(of other: Picture) {
        guard let alpha, let above = other.alpha else { return }
        for (target, cover) in [(alpha.full, above.full), (alpha.half, above.half)] {
            Samples.over(target.start, cover.start, cover.start, target.count)
        }
    }
}

extension Colour {
    fileprivate var hex: UInt32 {
        [red, green, blue].reduce(0) { $0 << 8 | UInt32((min(max($1, 0), 1) * 255).rounded()) }
    }
}
