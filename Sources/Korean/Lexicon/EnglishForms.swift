/// English inflection as a grammar book has it, written apart from the rules that it checks.
enum EnglishForms {
    /// Verbs of two syllables and more that double their last consonant.
    private static let stressedAtEnd: Set = words(
        """
        abet abhor acquit admit allot annul begin commit compel concur confer control defer deter \
        dispel embed emit equip excel expel forget format incur infer kidnap occur omit outfit outrun \
        overlap patrol permit prefer program propel rebel recur refer regret remit repel rerun reset \
        submit transfer transmit unplug unwrap unzip upset zigzag
        """)

    /// Short verbs that cannot be taken for others in e, as "plac(e)".
    private static let shortAndCommon: Set = words(
        """
        chop clip crop dim dip dot drag drop flip grab grip hug jam knot map mop pat pin plan plug rip \
        rob rub scrub ship shop skip slam slap slip snap spot stab stir stop strap strip stun swap tag \
        tap tip trap trim whip wrap zip
        """)

    /// Verbs of one syllable with two vowels in a row, where the first belongs to "qu".
    private static let afterQ: Set = words("quip quit quiz")

    static let baseInIng: Set = words(
        "bring cling fling king ping ring sing sling spring sting string swing wing wring")

    /// What may stand between "be" and its participle.
    static let adverbs: Set = words("all almost fast half not too very well")

    /// Words that follow "be" and are no participles.
    static let afterBe: Set = words(
        """
        able absent abundant afraid ahead alive alone angry anxious apart asleep at available awake aware \
        away bare behind bustling busy calm clear close common crazy deep different drunk dry empty \
        enough envious equal fit frequent frosty full furious good happy high hot ill in inside intact \
        intense jealous late loose lost missing motionless naked necessary noisy numb on open opposite \
        out over parallel pregnant present prevalent proud quiet ready reborn red rich safe scarce \
        short shy sick silent similar stiff still strong stuck suitable tense there thick tight tired \
        together unconscious under up upright visible warm wet wide
        """)

    private static let irregularVerbs: Set = words(
        """
        arise awake be bear beat become begin bend bet bind bite bleed blow break breed bring build \
        burst buy cast catch choose cling come cost creep cut deal dig do draw drink drive eat fall \
        feed feel fight find flee fling fly forbid forget forgive freeze get give go grind grow hang \
        have hear hide hit hold hurt keep kneel know lay lead leave lend let lie lose make mean meet \
        pay put quit read ride ring rise run say see seek sell send set sew shake shine shoot show \
        shrink shut sing sink sit sleep slide sling slit sow speak spend spin spit split spread spring \
        stand steal stick sting stink strike string strive swear sweep swell swim swing take teach \
        tear tell think throw thrust tread understand wake wear weave weep win wind wring write
        """)

    private static let prefixes = ["fore", "inter", "mis", "out", "over", "re", "un", "under", "up", "with"]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(separator: " ").map(String.init))
    }

    // MARK: Verbs

    /// Whether no rule makes its past, as for "overthrow".
    static func isIrregular(_ verb: String) -> Bool {
        if irregularVerbs.contains(verb) { return true }
        return prefixes.contains { prefix in
            let base = String(verb.dropFirst(prefix.count))
            return verb.hasPrefix(prefix) && base.count > 3 && irregularVerbs.contains(base)
        }
    }

    static func isIrregularParticiple(_ word: String, in lexicon: Lexicon) -> Bool {
        word == "born" || lexicon.irregularVerbs.values.contains { $0.participle == word }
    }

    static func participle(of verb: String) -> String {
        switch verb {
        case "singe", "tinge", "swinge": return verb + "ing"
        case "be": return ""
        default: break
        }
        if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
        if verb.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: verb.hasSuffix) {
            return verb.dropLast() + "ing"
        }
        return stem(verb) + "ing"
    }

    static func past(of verb: String) -> String {
        if verb.hasSuffix("e") { return verb + "d" }
        if verb.hasSuffix("y"), !endsInVowelAndLast(verb) { return verb.dropLast() + "ied" }
        return stem(verb) + "ed"
    }

    static func thirdPerson(of verb: String) -> String {
        let isSibilant = ["s", "x", "z", "ch", "sh"].contains(where: verb.hasSuffix)
        if verb.hasSuffix("y"), !endsInVowelAndLast(verb) { return verb.dropLast() + "ies" }
        if isSibilant || verb.hasSuffix("o") && !endsInVowelAndLast(verb) { return verb + "es" }
        return verb + "s"
    }

    private static func stem(_ verb: String) -> String {
        if verb.hasSuffix("ic") { return verb + "k" }
        return doubles(verb) ? verb + verb.suffix(1) : verb
    }

    /// "stoped", "equiped": a past form that lost a letter.
    static func lacksDouble(_ past: String) -> Bool {
        let stem = String(past.dropLast(2))
        return stressedAtEnd.contains(stem) || shortAndCommon.contains(stem)
    }

    /// "stop", "equip", "begin", but not "open", "fix" or "rain".
    static func doubles(_ verb: String) -> Bool {
        if stressedAtEnd.contains(verb) || afterQ.contains(verb) { return true }
        let letters = Array(verb)
        guard letters.count > 2, let last = letters.last, !"aeiouwxyh".contains(last) else { return false }
        let vowels = letters.filter { "aeiouy".contains($0) }.count
        let isVowelBefore = "aeiouy".contains(letters[letters.count - 2])
        return vowels == 1 && isVowelBefore
    }

    private static func endsInVowelAndLast(_ word: String) -> Bool {
        word.dropLast().last.map { "aeiou".contains($0) } ?? false
    }

    // MARK: Nouns

    private static let guarded: [String: String] = {
        var plurals = [
            "person": "people", "foot": "feet", "tooth": "teeth", "mouse": "mice", "goose": "geese",
            "ox": "oxen", "child": "children", "louse": "lice", "die": "dice",
        ]
        for word in words("knife wife life midwife") { plurals[word] = word.dropLast(2) + "ves" }
        for word in words("wolf calf half elf shelf bookshelf leaf loaf thief scarf") {
            plurals[word] = word.dropLast() + "ves"
        }
        for word in words("potato tomato hero echo volcano torpedo mosquito tornado buffalo domino") {
            plurals[word] = word + "es"
        }
        for word in words("oasis crisis analysis basis") { plurals[word] = word.dropLast(2) + "es" }
        for word in words("human german roman shaman talisman ottoman caiman") { plurals[word] = word + "s" }
        let unchanged = """
            aircraft bison deer fish goldfish hovercraft jellyfish moose offspring reindeer salmon \
            series sheep spacecraft species squid starfish swordfish trout
            """
        for word in words(unchanged) { plurals[word] = word }
        for word in words("roof reef chief cliff giraffe belief safe") { plurals[word] = word + "s" }
        return plurals
    }()

    /// The plural of the words that are known to go wrong; nil for all that follow the rule.
    static func guardedPlural(of noun: String) -> String? {
        if let plural = guarded[noun] { return plural }
        if noun.hasSuffix("woman") || ["fireman", "fisherman", "man", "snowman"].contains(noun) {
            return noun.dropLast(3) + "men"
        }
        return nil
    }

    private static let singularInS: Set = words(
        """
        alias analysis as atlas basis bias bus canvas chaos christmas clematis compass cosmos crisis \
        cutlass eucalyptus gas harness iris lens mantis minibus oasis omnibus pancreas pegasus pelvis \
        penis rhinoceros tennis texas trellis triceratops cyclops corps tyrannosaurus
        """)

    /// "glasses", "stairs", but not "bus" or "grass".
    static func looksPlural(_ noun: String) -> Bool {
        let word = noun.lowercased()
        return word.hasSuffix("s") && !["ss", "us", "is", "'s"].contains(where: word.hasSuffix)
            && !singularInS.contains(word)
    }
}
