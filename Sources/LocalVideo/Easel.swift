import Canvas
import Domain

/// What one thread draws frames on.
package final class Easel {
    let picture: Picture
    /// Made when first needed: for the shot that comes next, and for a picture before the lens goes closer.
    private(set) lazy var next = Picture(width: picture.width, height: picture.height)
    private(set) lazy var wide = Picture(width: picture.width, height: picture.height)

    package init(for animatic: Animatic) {
        picture = Picture(width: animatic.format.width, height: animatic.format.height)
    }
}
