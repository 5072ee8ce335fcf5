import Domain
import Studio

extension Field where Value == FindMark {
    /// Where a page of what was found begins, as the page before said it.
    static func mark(_ name: String, in place: FieldDescription.Place, _ summary: String) -> Self {
        Self(name, in: place, summary, schema: ["type": "string"]) { text throws(Fault) in
            guard let mark = FindMark(cursor: text) else {
                throw Fault(code: .malformed, expected: "what `next` of the page before says")
            }
            return mark
        }
    }
}
