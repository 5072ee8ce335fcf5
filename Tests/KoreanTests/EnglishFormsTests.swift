import Testing

@testable import Korean

@Suite struct EnglishFormsTests {
    let forms: VerbForms

    init() throws { forms = VerbForms(irregular: try Lexicon(folder: Reading.lexiconFolder).irregularVerbs) }

    @Test(arguments: [
        ("run", "running", "ran", "runs"), ("lie", "lying", "lay", "lies"),
        ("make", "making", "made", "makes"),
        ("frolic", "frolicking", "frolicked", "frolics"), ("look at", "looking at", "looked at", "looks at"),
        ("carry", "carrying", "carried", "carries"), ("watch", "watching", "watched", "watches"),
        ("see", "seeing", "saw", "sees"), ("open", "opening", "opened", "opens"),
        ("row", "rowing", "rowed", "rows"),
        ("hug", "hugging", "hugged", "hugs"), ("play", "playing", "played", "plays"),
        ("go", "going", "went", "goes"),
        ("float", "floating", "floated", "floats"), ("visit", "visiting", "visited", "visits"),
        ("be covered", "covered", "was covered", "is covered"), ("tie", "tying", "tied", "ties"),
    ])
    func `verbs bend`(base: String, participle: String, past: String, third: String) {
        #expect(forms.participle(base) == participle)
        #expect(forms.past(base) == past)
        #expect(forms.thirdPerson(base) == third)
    }

    @Test(arguments: [
        ("puppy", "puppies"), ("child", "children"), ("woman", "women"),
        ("police officer", "police officers"),
        ("street at night", "streets at night"), ("fox", "foxes"), ("toy", "toys"), ("leaf", "leaves"),
        ("goldfish", "goldfish"), ("fisherman", "fishermen"), ("roof", "roofs"),
    ])
    func `nouns have plurals`(noun: String, plural: String) { #expect(Nouns.plural(noun) == plural) }

    @Test(arguments: [
        ("apple", "an apple"), ("unicorn", "a unicorn"), ("hour", "an hour"), ("umbrella", "an umbrella"),
        ("uniform", "a uniform"), ("old man", "an old man"), ("UFO", "a UFO"), ("8K screen", "an 8K screen"),
    ])
    func `the article follows the sound`(noun: String, phrase: String) {
        #expect(Nouns.withArticle(noun) == phrase)
    }

    @Test(arguments: [
        ("big", "bigger"), ("happy", "happier"), ("large", "larger"), ("beautiful", "more beautiful"),
        ("good", "better"), ("simple", "simpler"), ("deep", "deeper"),
    ])
    func `adjectives compare`(adjective: String, comparative: String) {
        #expect(Comparatives.comparative(of: adjective) == comparative)
    }

    @Test(arguments: [
        ("서울", "seoul"), ("부산", "busan"), ("종로", "jongno"), ("신라", "silla"), ("독립문", "dongnimmun"),
        ("백마", "baengma"), ("한글", "hangeul"), ("제주", "jeju"), ("옥천", "okcheon"), ("별내", "byeollae"),
        ("ㅋㅋ", ""), ("구미a", "gumia"),
    ])
    func `names follow the Revised Romanization`(name: String, roman: String) {
        #expect(Romanization.romanized(name) == roman)
    }
}
