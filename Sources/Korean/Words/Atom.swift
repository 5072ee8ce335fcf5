import Domain

/// A morpheme with one part of speech; contracted forms are taken apart.
struct Atom: Sendable {
    /// Dictionary form: 걷 for the 걸 of 걸어.
    var form: String
    var tag: String
    /// Bytes of the idea; the parts of a contracted form share them.
    let start: Int
    let end: Int
    private(set) var followsSpace: Bool
    let isUnknown: Bool
    /// The parts of a compound noun, such as 밤 and 거리.
    var parts: [String] = []

    var isNominal: Bool {
        tag.hasPrefix("N") || ["XR", "SL", "SH", "SN", "XPN", "UNKNOWN"].contains(tag)
    }

    var isPredicate: Bool { ["VV", "VA", "VX", "VCN", "VCP"].contains(tag) }

    var isParticle: Bool { tag.hasPrefix("J") }

    var isEnding: Bool { tag.hasPrefix("E") }

    /// Takes the morphemes of an idea apart.
    static func atoms(of morphemes: [Morpheme]) -> [Atom] {
        AtomRepair.repaired(morphemes.flatMap(parts(of:)))
    }

    private static func parts(of morpheme: Morpheme) -> [Atom] {
        let parts = (morpheme.expression ?? "").split(separator: "+").map { $0.split(separator: "/") }
        let isContracted = morpheme.tag.contains("+") || (morpheme.tag.hasPrefix("V") && parts.count == 1)
        guard isContracted, parts.allSatisfy({ $0.count >= 2 }), !parts.isEmpty else {
            var atom = Atom(morpheme, form: morpheme.surface, tag: morpheme.tag)
            if morpheme.tag.hasPrefix("N"), parts.count > 1 {
                atom.parts = parts.compactMap { $0.first.map(String.init) }
            }
            return [atom]
        }
        return parts.enumerated().map { index, part in
            Atom(
                morpheme, form: ending(letters(String(part[0])), tag: part[1]), tag: String(part[1]),
                followsSpace: index == 0 && morpheme.followsSpace)
        }
    }

    private init(_ morpheme: Morpheme, form: String, tag: String, followsSpace: Bool? = nil) {
        self.form = form
        self.tag = tag.split(separator: "+").first.map(String.init) ?? tag
        start = morpheme.start
        end = morpheme.end
        self.followsSpace = followsSpace ?? morpheme.followsSpace
        isUnknown = morpheme.isUnknown
    }

    /// One atom over the bytes of two.
    init(_ first: Atom, through last: Atom) {
        form = first.form + last.form
        tag = first.tag
        start = first.start
        end = last.end
        followsSpace = first.followsSpace
        isUnknown = first.isUnknown
    }

    /// The parts that share its bytes, as those of a contracted form do.
    func taken(apart parts: [(form: String, tag: String)]) -> [Atom] {
        parts.enumerated().map { index, part in
            var atom = self
            (atom.form, atom.tag, atom.parts) = (part.form, part.tag, [])
            if index > 0 { atom.followsSpace = false }
            return atom
        }
    }

    /// The dictionary writes the 어 that 켜 swallowed as a lone vowel.
    private static func ending(_ form: String, tag: Substring) -> String {
        guard tag.hasPrefix("E") else { return form }
        return ["ㅓ": "어", "ㅏ": "아", "ㅕ": "여"][form] ?? form
    }

    /// The dictionary writes final consonants as conjoining jamo; one spelling is enough.
    private static func letters(_ form: String) -> String {
        let table: [Unicode.Scalar: Unicode.Scalar] = [
            "\u{11AB}": "ㄴ", "\u{11AF}": "ㄹ", "\u{11B7}": "ㅁ", "\u{11B8}": "ㅂ",
        ]
        var result = String.UnicodeScalarView()
        for scalar in form.unicodeScalars { result.append(table[scalar] ?? scalar) }
        return String(result)
    }
}
