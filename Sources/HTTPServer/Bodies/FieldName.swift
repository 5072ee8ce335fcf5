/// The one name of a field that forms and JSON write differently.
///
/// `a[b]` and the member `b` of an object `a` are `a.b`; `a[0][b]` and the first object of a list are
/// `a.0.b`; `a[]` is one of several values of `a`, as in a JSON list of plain values.
enum FieldName {
    /// The name of a form's field, and whether it is one of a list.
    ///
    /// A name whose brackets do not match stays as it is.
    static func canonical(_ name: String) -> (name: String, isListed: Bool) {
        guard name.utf8.contains(UInt8(ascii: "[")), let open = name.firstIndex(of: "["),
            open > name.startIndex
        else { return (name, false) }
        var parts = [String(name[..<open])]
        var rest = name[open...]
        while let first = rest.first {
            guard first == "[", let close = rest.firstIndex(of: "]") else { return (name, false) }
            let part = rest[rest.index(after: rest.startIndex)..<close]
            guard !part.contains("[") else { return (name, false) }
            rest = rest[rest.index(after: close)...]
            guard !part.isEmpty else {
                // Only the end can say that a list goes on; where it would go deeper is anybody's guess.
                return rest.isEmpty ? (parts.joined(separator: "."), true) : (name, false)
            }
            parts.append(String(part))
        }
        return (parts.joined(separator: "."), false)
    }
}
