import Canvas
import Testing

@Suite(.timeLimit(.minutes(5)))
struct CaptionTests {
    struct Text: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String

        init(_ name: String, _ text: String) { (testDescription, self.text) = (name, text) }
    }

    static let texts = [
        Text("Korean", "귀여운 강아지가 뛰노는 밝은 영상"), Text("emoji among words", "눈 내리는 🎅 산타마을 🎄✨"),
        Text("only emoji", "🐶🐱🦄👩‍👩‍👧🇰🇷"), Text("5,000 syllables", String(repeating: "가나다라마 ", count: 1000)),
        Text("5,000 letters in one word", String(repeating: "a", count: 5000)),
        Text("one Korean word without an end", String(repeating: "가", count: 5000)),
        Text("right to left", "كلب صغير يركض في الحديقة"), Text("both directions", "강아지 كلب dog שלום"),
        Text("line breaks", "one\ntwo\r\nthree\u{2028}four"), Text("control characters", "a\u{0}b\u{7}c"),
        Text("markup", "<b>&amp; <span size='100'>"), Text("stacked accents", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘"),
    ]

    @Test(arguments: texts, [40, 300, 1152])
    func `a caption stays inside its width and lines`(text: Text, width: Int) throws {
        var style = CaptionStyle(size: 24, width: width)
        (style.lines, style.isCentred, style.outline) = (3, true, 2)
        let caption = try #require(Picture.caption(text.text, style))
        #expect(caption.width <= width + 2)
        // Fallback fonts are up to twice as high as the font's size.
        #expect(caption.height <= 3 * 60 + 4)
    }

    @Test(arguments: ["", " ", "\n\t\u{0} \u{3000}"])
    func `there is no caption of nothing`(text: String) {
        #expect(Picture.caption(text, CaptionStyle(size: 24, width: 300)) == nil)
    }

    @Test(arguments: [124, 310])
    func `Korean words stay whole where they fit`(width: Int) throws {
        // Six syllables fit into a line: two lines if words break anywhere, three if they do not.
        var style = CaptionStyle(size: Double(width) / 6.2, width: width)
        style.lines = 8
        let apart = try #require(Picture.caption("강아지가 뛰노는 공원에서", style))
        let joined = try #require(Picture.caption("강아지가뛰노는공원에서", style))
        #expect(Double(apart.height) > 1.3 * Double(joined.height))
    }

    @Test func `emoji keep their colours`() throws {
        let caption = try #require(Picture.caption("🍎", CaptionStyle(size: 48, width: 300)))
        let ground = Picture(width: caption.width, height: caption.height)
        ground.draw(caption, x: 0, y: 0)
        let red = ground.samples.suffix(ground.width * ground.height / 4)
        #expect((red.max() ?? 0) > 170)
    }

    @Test func `an outline makes light text readable on white`() throws {
        var style = CaptionStyle(size: 40, width: 300)
        style.outline = 3
        let caption = try #require(Picture.caption("밝은", style))
        let ground = Picture(width: caption.width, height: caption.height)
        ground.clear(.white)
        ground.draw(caption, x: 0, y: 0)
        #expect((ground.samples.prefix(ground.width * ground.height).min() ?? 255) < 80)
    }
}
