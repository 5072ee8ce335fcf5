import Canvas
import Domain
import VideoCodec

/// The still pictures of a video.
enum Stills {
    /// Which moment a thumbnail shows: the middle would often be between two shots.
    private static let thumbnailShare = 0.4
    /// Pictures of a contact sheet, in each direction.
    private static let sheetSide = 3

    /// Writes those that the order asks for.
    static func write(_ animatic: Animatic, _ order: RenderOrder) throws(VideoCodecError) {
        let easel = Easel(for: animatic)
        let thumbnail = frame(animatic, at: thumbnailShare, on: easel)
        try write(thumbnail, to: order.thumbnail, as: .jpeg)
        if let path = order.smallThumbnail {
            let (width, height) = animatic.format.size(longest: 480)
            try write(thumbnail.resized(width: width, height: height), to: path, as: .webp)
        }
        if let path = order.contactSheet { try write(sheet(animatic, on: easel), to: path, as: .jpeg) }
    }

    /// Writes one moment as a JPEG.
    static func writeThumbnail(_ animatic: Animatic, at share: Double, to path: String)
        throws(VideoCodecError)
    {
        try write(frame(animatic, at: share, on: Easel(for: animatic)), to: path, as: .jpeg)
    }

    /// Draws nine moments side by side.
    private static func sheet(_ animatic: Animatic, on easel: Easel) -> Picture {
        let (width, height) = animatic.format.size(longest: 320)
        let gap = 4
        let sheet = Picture(
            width: sheetSide * (width + gap) - gap, height: sheetSide * (height + gap) - gap)
        for number in 0..<(sheetSide * sheetSide) {
            let share = (Double(number) + 0.5) / Double(sheetSide * sheetSide)
            let small = frame(animatic, at: share, on: easel).resized(width: width, height: height)
            sheet.draw(
                small, x: number % sheetSide * (width + gap), y: number / sheetSide * (height + gap))
        }
        return sheet
    }

    private static func frame(_ animatic: Animatic, at share: Double, on easel: Easel) -> Picture {
        let last = animatic.format.frameCount - 1
        return animatic.frame(Int(min(max(share, 0), 1) * Double(last)), on: easel)
    }

    private static func write(
        _ picture: Picture, to path: String, as kind: StillFile.Kind
    ) throws(VideoCodecError) {
        try picture.withI420 { (frame) throws(VideoCodecError) in
            try StillFile.write(
                frame, width: picture.width, height: picture.height, to: path, as: kind)
        }
    }
}

extension VideoFormat {
    /// Its shape in even numbers, with the longer side as given or as it is, whichever is less.
    fileprivate func size(longest: Int) -> (width: Int, height: Int) {
        let scale = min(1, Double(longest) / Double(max(width, height)))
        let even = { (value: Int) in max(2, Int(Double(value) * scale / 2) * 2) }
        return (even(width), even(height))
    }
}
