import Canvas
import Testing

@Suite struct PictureTests {
    @Test(arguments: [(Colour.black, 16, 128, 128), (.white, 235, 128, 128), (Colour(0xFF0000), 81, 90, 240)])
    func `colours are BT dot 601 in video range`(colour: Colour, luma: Int, blue: Int, red: Int) {
        let picture = Picture(width: 4, height: 4)
        picture.clear(colour)
        let samples = picture.samples
        #expect(
            samples == Array(repeating: UInt8(luma), count: 16) + Array(repeating: UInt8(blue), count: 4)
                + Array(repeating: UInt8(red), count: 4))
    }

    @Test func `a filled rectangle covers its pixels and no others`() {
        let picture = Picture(width: 16, height: 16)
        picture.fill(.rectangle(4, 4, 8, 8), .white)
        #expect(picture.luma(x: 8, y: 8) == 235)
        #expect(picture.luma(x: 5, y: 5) > 200)
        #expect(picture.luma(x: 2, y: 8) == 16)
        #expect(picture.luma(x: 14, y: 8) == 16)
    }

    @Test(arguments: [-1e9, -40.0, 0, 15.7, 40, 1e9])
    func `what lies outside is cut off`(offset: Double) {
        let picture = Picture(width: 16, height: 16)
        picture.fill(.circle(Point(offset, offset), 12), .white, blur: 3)
        picture.print(Stamp(radius: 9, softness: 0.5), at: Point(min(max(offset, -1e6), 1e6), 3), .white)
        #expect(picture.samples.count == 16 * 16 * 3 / 2)
    }

    @Test func `half opacity is half way`() {
        let picture = Picture(width: 8, height: 8)
        picture.fill(.rectangle(-8, -8, 32, 32), .white, opacity: 0.5)
        #expect(abs(Int(picture.luma(x: 4, y: 4)) - 125) <= 1)
    }

    @Test(arguments: [-20, -7, -1, 0, 3, 8, 30])
    func `a layer shows where it is put`(x: Int) {
        let layer = Picture(width: 8, height: 8, isLayer: true)
        layer.clear(.white)
        layer.seal()
        let picture = Picture(width: 16, height: 16)
        picture.draw(layer, x: x, y: 4)
        for column in 0..<16 {
            let isInside = (x..<(x + 8)).contains(column)
            #expect(picture.luma(x: column, y: 8) == (isInside ? 235 : 16), "column \(column)")
        }
        #expect(picture.luma(x: min(max(x, 0), 15), y: 2) == 16)
    }

    @Test func `an empty layer changes nothing`() {
        let picture = Picture(width: 16, height: 16)
        picture.clear(Colour(0x3366AA))
        let before = picture.samples
        picture.draw(Picture(width: 16, height: 16, isLayer: true).seal(), x: 0, y: 0)
        picture.fill(Path(), .white)
        #expect(picture.samples == before)
    }

    @Test(arguments: [-97, -40, 0, 13, 64], [1.0, 0.4])
    func `what is skipped or copied looks as if all of it were blended`(x: Int, opacity: Double) {
        let layers = (0..<2).map { _ in
            let layer = Picture(width: 160, height: 40, isLayer: true)
            layer.fill(.rectangle(8, 4, 60, 30), Colour(0xCC4422))
            layer.fill(.circle(Point(100, 20), 15), Colour(0x2244CC), opacity: 0.7, blur: 3)
            layer.fill(.rectangle(130.5, 0, 1, 40), .white)
            layer.fill(.rectangle(136, 0, 30, 40), Colour(0x33CC66))
            return layer
        }
        layers[0].seal()
        let pictures = layers.map { layer in
            let picture = Picture(width: 128, height: 48)
            picture.clear(Colour(0x88AABB))
            picture.draw(layer, x: x, y: 3, opacity: opacity)
            return picture.samples
        }
        for (one, other) in zip(pictures[0], pictures[1]) { #expect(abs(Int(one) - Int(other)) <= 2) }
    }

    @Test func `a veil grows denser by rows, without a line between them`() {
        let veil = Picture(width: 16, height: 64, isLayer: true)
        veil.veil(.black) { $0 }
        let picture = Picture(width: 16, height: 64)
        picture.clear(.white)
        picture.draw(veil.seal(), x: 0, y: 0)
        let rows = (0..<64).map { Int(picture.luma(x: 8, y: $0)) }
        #expect(rows.first == 235 && rows.last ?? 255 < 24)
        for (upper, lower) in zip(rows, rows.dropFirst()) { #expect((0...6).contains(upper - lower)) }
    }

    @Test func `what is lit is lighter above than below`() {
        let picture = Picture(width: 32, height: 32)
        picture.fill(.rectangle(4, 4, 24, 24), .lit(Colour(0x808080)))
        let (upper, middle, lower) = (
            picture.luma(x: 16, y: 6), picture.luma(x: 16, y: 14), picture.luma(x: 16, y: 26)
        )
        #expect(upper > middle && middle > lower)
    }

    @Test func `a layer drawn through another looks as if drawn at once`() {
        let direct = Picture(width: 32, height: 32)
        direct.fill(.circle(Point(16, 16), 10), Colour(0xCC4422))
        let layer = Picture(width: 32, height: 32, isLayer: true)
        layer.fill(.circle(Point(16, 16), 10), Colour(0xCC4422))
        let layered = Picture(width: 32, height: 32)
        layered.draw(layer.seal(), x: 0, y: 0)
        for (one, other) in zip(direct.samples, layered.samples) { #expect(abs(Int(one) - Int(other)) <= 2) }
    }
}

extension Picture {
    var samples: [UInt8] { withI420 { Array($0) } }

    func luma(x: Int, y: Int) -> UInt8 { withI420 { $0[y * width + x] } }
}
