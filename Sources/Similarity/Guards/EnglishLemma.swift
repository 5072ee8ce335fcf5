/// The base form of an English word, with what its ending says.
///
/// Only inflection is taken off; "wooden" and "wood" stay two words here. Where spelling alone cannot tell
/// ("planes", "planing"), known verbs decide, then the rules of M. F. Porter, "An algorithm for suffix
/// stripping", 1980, step 1.
struct EnglishLemma: Hashable {
    let text: String
    /// Whether the form says that there are several.
    let isPlural: Bool

    /// - Parameters:
    ///   - word: One word in lower case.
    ///   - mayBeVerb: Whether a verb may stand at its place, so that a final s can be a verb's.
    init(_ word: String, mayBeVerb: Bool) {
        if let singular = Self.irregularPlurals[word] {
            (text, isPlural) = (singular, true)
        } else if let base = Self.irregularVerbs[word] {
            (text, isPlural) = (base, false)
        } else if Self.unchanged.contains(word) || word.utf8.count < 4 {
            (text, isPlural) = (word, false)
        } else if let singular = Self.withoutS(word) {
            let isVerb = mayBeVerb && EnglishVerbs.all.contains(singular)
            (text, isPlural) = (singular, !isVerb)
        } else {
            (text, isPlural) = (Self.withoutParticiple(word), false)
        }
    }

    /// The word without the ending of plurals and third persons; nil when it has none.
    private static func withoutS(_ word: String) -> String? {
        guard word.hasSuffix("s"), !["ss", "us", "is", "'s"].contains(where: word.hasSuffix) else {
            return nil
        }
        if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("ves"), let single = leaves[word] { return single }
        for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] where word.hasSuffix(ending) {
            let base = String(word.dropLast(2))
            return EnglishVerbs.all.contains(base + "e") ? base + "e" : base
        }
        return String(word.dropLast())
    }

    private static func withoutParticiple(_ word: String) -> String {
        for ending in ["ing", "ied", "ed"] where word.hasSuffix(ending) {
            let stem = String(word.dropLast(ending.utf8.count))
            guard stem.contains(where: \.isVowel) || ending == "ied", !word.hasSuffix("eed") else { continue }
            return ending == "ied" ? stem + "y" : base(ofStem: stem)
        }
        return word
    }

    private static func base(ofStem stem: String) -> String {
        let letters = Array(stem)
        guard letters.count > 1, let last = letters.last else { return stem }
        let single = String(stem.dropLast())
        let isDoubled = letters[letters.count - 2] == last
        for candidate in [stem, stem + "e"] + (isDoubled ? [single] : [])
        where EnglishVerbs.all.contains(candidate) {
            return candidate
        }
        if isDoubled { return "lsz".contains(last) ? stem : single }
        let before = letters[letters.count - 2]
        if "cvu".contains(last) || "sz".contains(last) { return stem + "e" }
        if "lg".contains(last), !before.isVowel, last == "l" || "dr".contains(before) { return stem + "e" }
        if ["at", "iz"].contains(where: stem.hasSuffix), letters.count > 3 { return stem + "e" }
        return isShort(letters) ? stem + "e" : stem
    }

    /// Consonant, vowel, consonant, and no other vowel before: "hik", "mak".
    private static func isShort(_ letters: [Character]) -> Bool {
        guard letters.count > 2, letters.count(where: \.isVowel) == 1, let last = letters.last else {
            return false
        }
        return letters[letters.count - 2].isVowel && !last.isVowel && !"wxy".contains(last)
    }

    private static let irregularPlurals: [String: String] = table(
        """
        men man|women woman|children child|people person|persons person|feet foot|teeth tooth|geese goose
        mice mouse|oxen ox|policemen policeman|firemen fireman|fishermen fisherman|businessmen businessman
        snowmen snowman|ladies lady|babies baby|kids child|guys man|folks person|puppies puppy|ponies pony
        """)

    private static let leaves: [String: String] = table(
        "leaves leaf|wolves wolf|knives knife|loaves loaf|shelves shelf|calves calf|halves half|scarves scarf|"
            + "elves elf|thieves thief|hooves hoof|wives wife|lives life|selves self")

    private static let irregularVerbs: [String: String] = table(
        """
        ran run|ate eat|eaten eat|broke break|broken break|sang sing|sung sing|swam swim|swum swim|threw throw
        thrown throw|caught catch|drove drive|driven drive|rode ride|ridden ride|wrote write|written write
        sat sit|stood stand|laid lie|lain lie|lying lie|laying lie|lays lie|fell fall|fallen fall|flew fly
        flown fly|held hold|slept sleep|asleep sleep|spoke speak|spoken speak|took take|taken take|made make
        built build|drew draw|drawn draw|drank drink|drunk drink|gave give|given give|went go|gone go|goes go
        did do|done do|does do|wore wear|worn wear|fed feed|swept sweep|blew blow|blown blow|grew grow
        grown grow|hid hide|hidden hide|dug dig|hung hang|shook shake|shaken shake|shot shoot|sold sell
        bought buy|brought bring|taught teach|thought think|told tell|said say|left leave|met meet|lit light
        came come|became become|began begin|begun begin|chose choose|chosen choose|fought fight|found find
        got get|gotten get|knew know|known know|lost lose|paid pay|rang ring|rose rise|risen rise|sent send
        spun spin|stole steal|stuck stick|swung swing|tore tear|torn tear|woke wake|won win|kept keep|bent bend
        bit bite|bitten bite|crept creep|dove dive|dealt deal|froze freeze|frozen freeze|knelt kneel|led lead
        slid slide|sprang spring|wept weep|wound wind|tying tie|dying die|has have|had have|having have
        """)

    /// Words whose ending only looks like one.
    private static let unchanged: Set<String> = Set(
        """
        pants trousers jeans shorts scissors sunglasses glasses clothes stairs news sports series species lens
        gas canvas christmas always perhaps across besides sometimes evening morning building ceiling clothing
        wedding king ring string thing spring wing swing nothing something anything everything sibling
        during hundred naked sacred bed red shed sled bread string sling earring earrings king pudding
        viking beijing inning lightning sterling headquarters overseas binoculars swing mess
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static func table(_ text: String) -> [String: String] {
        let pairs = text.split { $0 == "|" || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }
        return Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
    }
}

extension Character {
    fileprivate var isVowel: Bool { "aeiouy".contains(self) }
}
