import Diffing
import Domain

/// The diff of any two texts takes the one to the other and back, byte for byte.
struct DiffTarget: FuzzTarget {
    static let name = "diff"

    func run(_ bytes: UnsafeRawBufferPointer) {
        let texts = bytes.texts(2)
        let (old, new) = (texts[0], texts[1])
        let diff = Differ().diff(old, new)
        precondition(same(try? diff.apply(to: old), new), "apply(diff(a, b), a) is not b")
        let inverse = diff.inverted()
        precondition(same(try? inverse.apply(to: new), old), "apply(invert(diff), b) is not a")
        precondition(inverse.inverted() == diff, "invert(invert(diff)) is not diff")
    }

    private func same(_ text: String?, _ expected: String) -> Bool {
        text.map { $0.utf8.elementsEqual(expected.utf8) } ?? false
    }
}
