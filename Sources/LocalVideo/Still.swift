import Canvas
import Domain
import VideoCodec

/// A still picture of a video.
enum Still: Sendable {
    /// One moment: a JPEG, and a small WebP where one is wanted.
    case thumbnail(String, small: String?, share: Double = Self.usualShare)
    /// Nine moments side by side, as a JPEG.
    case contactSheet(String)

    /// Which moment a thumbnail shows: the middle would often be between two shots.
    private static let usualShare = 0.4
    /// Pictures of a contact sheet, in each direction.
    private static let sheetSide = 3

    /// Those that an order asks for.
    static func all(of order: RenderOrder) -> [Still] {
        [.thumbnail(order.thumbnail, small: order.smallThumbnail)]
            + [order.contactSheet].compactMap(\.self).map(Still.contactSheet)
    }

    /// Draws and writes it.
    func write(_ animatic: Animatic) throws(VideoCodecError) {
        let easel = Easel(for: animatic)
        switch self {
        case .thumbnail(let path, let small, let share):
            let picture = Self.frame(animatic, at: share, on: easel)
            try Self.write(picture, to: path, as: .jpeg)
            guard let small else { return }
            let (width, height) = animatic.format.size(longest: 480)
            try Self.write(picture.resized(width: width, height: height), to: small, as: .webp)
        case .contactSheet(let path):
            try Self.write(Self.sheet(animatic, on: easel), to: path, as: .jpeg)
        }
    }

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
