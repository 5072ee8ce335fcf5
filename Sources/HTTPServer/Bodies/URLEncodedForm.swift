/// `application/x-www-form-urlencoded`, percent-encoded or raw UTF-8 (WHATWG URL, section 5.1).
///
/// Pieces between `&` that are empty are left out; the first `=` ends the name, so `a==b` is `a` with
/// `=b`; a piece without `=` has an empty value; `+` is a space; a bad `%` stands for itself.
enum URLEncodedForm {
    static func pairs(in body: [UInt8]) throws(BodyError) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for piece in body.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < FormFields.maximumFields else { throw .tooManyFields }
            let nameEnd = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            let nameBytes = PercentCoding.decodeForm(piece[..<nameEnd])
            let valueBytes = PercentCoding.decodeForm(piece[nameEnd...].dropFirst())
            guard let name = String(strictUTF8: nameBytes), let value = String(strictUTF8: valueBytes) else {
                throw .notUTF8(field: String(decoding: nameBytes, as: UTF8.self))
            }
            pairs.append((name, value))
        }
        return pairs
    }
}
