extension Picture {
    /// Notes what is seen of a layer, so that drawing skips the rest.
    ///
    /// Call it once when the layer is complete.
    ///
    /// - Returns: The layer itself.
    @discardableResult
    package func seal() -> Picture {
        if let alpha { runs = (RunTable(alpha.full), RunTable(alpha.half)) }
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
        let top = (y & ~1)
        layer.layLuma(on: luma, x, top, opacity)
        layer.layColour(on: blue, red, x >> 1, top / 2, opacity)
    }

    private func layLuma(on target: Plane, _ x: Int, _ top: Int, _ opacity: UInt16) {
        for row in rows(of: luma, on: target, top) {
            let (to, from, cover) = (target.row(top + row) + x, luma.row(row), alpha?.full.row(row))
            forEachRun(runs?.full, row, luma.width, x, target.width) { columns, isSolid in
                Self.lay(from, to, isSolid ? nil : cover, columns, opacity)
            }
        }
    }

    private func layColour(on blue: Plane, _ red: Plane, _ x: Int, _ top: Int, _ opacity: UInt16) {
        for row in rows(of: self.blue, on: blue, top) {
            let cover = alpha?.half.row(row)
            let planes = [
                (self.blue.row(row), blue.row(top + row) + x), (self.red.row(row), red.row(top + row) + x),
            ]
            forEachRun(runs?.half, row, self.blue.width, x, blue.width) { columns, isSolid in
                for (from, to) in planes { Self.lay(from, to, isSolid ? nil : cover, columns, opacity) }
            }
        }
    }

    private func rows(of source: Plane, on target: Plane, _ top: Int) -> Range<Int> {
        let first = max(0, -top)
        return first..<max(first, min(source.height, target.height - top))
    }

    /// Calls `body` with each stretch of a row that is seen, cut off where the target ends.
    @inline(__always)
    private func forEachRun(
        _ table: RunTable?, _ row: Int, _ width: Int, _ x: Int, _ targetWidth: Int,
        _ body: (Range<Int>, _ isSolid: Bool) -> Void
    ) {
        let (low, high) = (max(0, -x), min(width, targetWidth - x))
        guard let table else {
            if low < high { body(low..<high, alpha == nil) }
            return
        }
        for run in table[row] {
            let (start, end) = (max(low, Int(run.start)), min(high, Int(run.end)))
            if start < end { body(start..<end, run.isSolid) }
        }
    }

    /// Lays samples over others; without a cover they are solid.
    private static func lay(
        _ source: UnsafeMutablePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>,
        _ cover: UnsafeMutablePointer<UInt8>?, _ columns: Range<Int>, _ opacity: UInt16
    ) {
        let (from, to) = (source + columns.lowerBound, target + columns.lowerBound)
        switch (cover, opacity) {
        case (nil, 256): to.update(from: from, count: columns.count)
        case (nil, _): Samples.mix(to, from, columns.count, weight: opacity)
        case (let cover?, 256): Samples.over(to, from, cover + columns.lowerBound, columns.count)
        case (let cover?, _):
            Samples.over(to, from, cover + columns.lowerBound, columns.count, opacity: opacity)
        }
    }
}
