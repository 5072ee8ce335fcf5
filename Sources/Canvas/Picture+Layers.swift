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
        for row in max(0, -top)..<max(max(0, -top), min(layer.height, height - top)) {
            let span = layer.span(row)
            let start = max(span.start, -x)
            let end = min(span.end, width - x)
            guard start < end else { continue }
            let isSolid = span.isSolid && opacity == 256
            lay(layer, luma, \.luma, layer.alpha?.full, (row, top + row), start, end, x, isSolid, opacity)
            guard row.isMultiple(of: 2) else { continue }
            let next = layer.span(row + 1)
            let left = max(0, max(min(span.start, next.start) / 2, -(x >> 1)))
            let right = min((max(span.end, next.end) + 1) / 2, width / 2 - (x >> 1))
            guard left < right else { continue }
            let rows = (row / 2, (top + row) / 2)
            let solid = isSolid && next.isSolid && span.start.isMultiple(of: 2) && span.end.isMultiple(of: 2)
            lay(layer, blue, \.blue, layer.alpha?.half, rows, left, right, x >> 1, solid, opacity)
            lay(layer, red, \.red, layer.alpha?.half, rows, left, right, x >> 1, solid, opacity)
        }
    }

    private func span(_ row: Int) -> Span {
        spans.isEmpty ? Span(start: 0, end: width, isSolid: alpha == nil) : spans[row]
    }

    private func lay(
        _ layer: Picture, _ plane: Plane, _ source: KeyPath<Picture, Plane>, _ alpha: Plane?,
        _ rows: (from: Int, to: Int), _ start: Int, _ end: Int, _ x: Int, _ isSolid: Bool, _ opacity: UInt16
    ) {
        let target = plane.row(rows.to) + start + x
        let samples = layer[keyPath: source].row(rows.from) + start
        guard let alpha, !isSolid else { return target.update(from: samples, count: end - start) }
        let cover = alpha.row(rows.from) + start
        if opacity == 256 {
            Samples.over(target, samples, cover, end - start)
        } else {
            Samples.over(target, samples, cover, end - start, opacity: opacity)
        }
    }
}
