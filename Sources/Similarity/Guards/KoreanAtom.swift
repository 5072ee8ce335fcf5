import Domain

/// One morpheme in its dictionary form: contracted ones are taken apart.
struct KoreanAtom: Hashable {
    let text: String
    let tag: String
    let followsSpace: Bool

    static func atoms(of morphemes: [Morpheme]) -> [Self] {
        joined(morphemes.flatMap(split).filter { !["SF", "SE", "SSO", "SSC", "SY"].contains($0.tag) })
    }

    private static func split(_ morpheme: Morpheme) -> [Self] {
        if somebody.contains(morpheme.surface) {
            return [
                Self(text: "사람", tag: "NNG", followsSpace: morpheme.followsSpace),
                Self(text: "가", tag: "JKS", followsSpace: false),
            ]
        }
        // Only contracted forms are taken apart; the parts of a compound noun are one thing.
        guard let expression = morpheme.expression, morpheme.tag.contains("+") else {
            return [
                Self(
                    text: stem(morpheme.surface, morpheme), tag: morpheme.tag,
                    followsSpace: morpheme.followsSpace)
            ]
        }
        return expression.split(separator: "+").enumerated().compactMap { index, part in
            let fields = part.split(separator: "/", omittingEmptySubsequences: false)
            guard fields.count > 1 else { return nil }
            return Self(
                text: String(fields[0]), tag: String(fields[1]),
                followsSpace: index == 0 && morpheme.followsSpace)
        }
    }

    /// The dictionary form of a verb's stem that changed before its ending.
    private static func stem(_ surface: String, _ morpheme: Morpheme) -> String {
        guard morpheme.tag.hasPrefix("V"), let expression = morpheme.expression else { return surface }
        return expression.split(separator: "/").first.map(String.init) ?? surface
    }

    /// Nouns that the dictionary cuts wrongly between syllables without a space.
    private static func joined(_ atoms: [Self]) -> [Self] {
        atoms.reduce(into: []) { result, atom in
            if let last = result.last, !atom.followsSpace, last.text + atom.text == "흑백" {
                result[result.count - 1] = Self(text: "흑백", tag: "NNG", followsSpace: last.followsSpace)
            } else {
                result.append(atom)
            }
        }
    }

    private static let somebody: Set = ["누군가", "누가"]

    var isNoun: Bool { ["NNG", "NNP", "NP", "XR", "SL", "SH", "NNB", "IC", "XPN"].contains(tag) }
    var isVerb: Bool { ["VV", "VA", "VCP", "VCN"].contains(tag) }
    var isEnding: Bool { ["EP", "EC", "EF", "ETM", "ETN"].contains(tag) }
    var isParticle: Bool { tag.hasPrefix("J") }
}
