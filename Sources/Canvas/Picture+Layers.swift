extension Picture {
    /// Notes which rows show anything, so that drawing skips the rest.
    ///
    /// Call it once when the layer is complete.
    ///
    /// - Returns: The layer itself.
    @discardableResult
    package func seal() -> Picture {
        guard let alpha = alpha?.full else { return self }
        spans = (0..<height).map { y in
            let row = UnsafeBufferPointer(start: alpha.row(y), count: width)
            guard let first = row.firstIndex(where: { $0 > 0 }), let last = row.lastIndex(where: { $0 > 0 })
            else { return Span(start: 0, end: 0, isSolid: false) }
            return Span(start: first, end: last + 1, isSolid: row[first...last].allSatisfy { $0 == 255 })
        }
        return self
    }

    /// Draws a sealed layer, or copies an opaque picture.
    ///
    /// - Parameters:
    ///   - layer: What is drawn.
    ///   - x: Where its left edge goes; what lies outside is cut off.
    ///   - y: Where its upper edge goes, rounded down to an even row.
    ///   - opacity: 0...1.
    package func draw(_ layer: Picture, x: Int, y: Int, opacity: Double = 1) {
        let opacity = UInt16(min(max(opacity, 0), 1) * 256)
        guard opacity > 0 else { return }
        let top = y & ~1
        let first = max(0, -top)
        for row in first..<max(first, min(layer.height, height - top)) {
            drawLuma(layer, row, to: top + row, x, opacity)
            if row.isMultiple(of: 2) { drawColour(layer, row, to: (top + row) / 2, x >> 1, opacity) }
        }
    }

    private func drawLuma(_ layer: Picture, _ row: Int, to target: Int, _ x: Int, _ opacity: UInt16) {
        let span = layer.span(row)
        let columns = max(span.start, -x)..<max(span.start, -x, min(span.end, width - x))
        let isSolid = span.isSolid && opacity == 256
        lay(layer.luma.row(row), luma.row(target) + x, layer.alpha?.full.row(row), columns, isSolid, opacity)
    }

    // Two rows of luma share one of colour.
    private func drawColour(_ layer: Picture, _ row: Int, to target: Int, _ x: Int, _ opacity: UInt16) {
        let (span, next) = (layer.span(row), layer.span(row + 1))
        let isEmpty = span.start == span.end
        let start = isEmpty ? next.start : next.start == next.end ? span.start : min(span.start, next.start)
        let left = max(start / 2, -x)
        let columns = left..<max(left, min((max(span.end, next.end) + 1) / 2, width / 2 - x))
        let isSolid = opacity == 256 && span.isSolid && next.isSolid && span.isWhole && next.isWhole
        let alpha = layer.alpha?.half.row(row / 2)
        lay(layer.blue.row(row / 2), blue.row(target) + x, alpha, columns, isSolid, opacity)
        lay(layer.red.row(row / 2), red.row(target) + x, alpha, columns, isSolid, opacity)
    }

    private func span(_ row: Int) -> Span {
        spans.isEmpty ? Span(start: 0, end: width, isSolid: alpha == nil) : spans[row]
    }

    private func lay(
        _ source: UnsafeMutablePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>,
        _ alpha: UnsafeMutablePointer<UInt8>?, _ columns: Range<Int>, _ isSolid: Bool, _ opacity: UInt16
    ) {
        guard !columns.isEmpty else { return }
        let (from, to) = (source + columns.lowerBound, target + columns.lowerBound)
        guard let alpha, !isSolid else { return to.update(from: from, count: columns.count) }
        let cover = alpha + columns.lowerBound
        if opacity == 256 {
            Samples.over(to, from, cover, columns.count)
        } else {
            Samples.over(to, from, cover, columns.count, opacity: opacity)
        }
    }
}

extension Picture.Span {
    /// Whether it begins and ends with whole samples of colour.
    fileprivate var isWhole: Bool { start.isMultiple(of: 2) && end.isMultiple(of: 2) }
}
