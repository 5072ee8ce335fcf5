/// What sort of word an English word is, for the guards.
enum EnglishWordKinds {
    /// Words that carry nothing of what is to be seen.
    static let dropped = words(
        """
        a an the is are was were be been being am 's its their this that these those which who whom it they
        there please video clip footage scene shot very just really up-close some any of-course
        """)

    static let determiners = words(
        "a an the his her its their my your our this that these those some no every each another other")
    static let prepositions = words(
        """
        in on at into onto through across along over under above below behind beside near by with without from
        to toward towards around between among against inside outside of for off out up down past beyond upon
        front left right beneath underneath about after before during as while until than like next
        """)

    static let colours = words(
        """
        red blue green yellow orange purple pink brown black white gray gold silver golden beige tan violet
        magenta cyan turquoise maroon navy teal crimson scarlet ivory cream lavender colorful blond
        brunette redhead rainbow black-and-white transparent pale dark light bright plaid striped
        """)
    static let sides = words(
        """
        left right up down above under over front behind back top bottom into inside outside indoors outdoors
        forward backward backwards forwards upward downward upside clockwise counterclockwise north south east
        west near far upstairs downstairs sideways through across along around between out off away toward from
        to beside against past overhead low high
        """)
    static let people = words(
        """
        man woman boy girl child baby male female he she his her him hers himself herself father mother son
        daughter brother sister grandmother grandfather uncle aunt king queen prince princess husband wife bride
        groom old young adult teenager toddler senior actor actress waiter waitress policeman policewoman
        boyfriend girlfriend
        """)
    static let times = words(
        """
        day night morning evening afternoon noon midnight sunset sunrise dusk today yesterday tomorrow spring
        summer autumn winter monday tuesday wednesday thursday friday saturday sunday january february april
        june july august september october november december before after later early late then while until
        during daytime christmas easter halloween
        """)
    static let negations = words(
        "not no without none nobody nothing neither nor except excluding instead minus")
    static let styles = words(
        """
        cinematic watercolor watercolour anime cartoon photorealistic realistic hyperrealistic 4k 8k hd uhd
        vintage retro noir pixel-art claymation oil-painting stylized surreal dreamy minimalist lo-fi lofi
        """)
    /// Clothes, which one wears, is in, or is with.
    static let clothes = words(
        """
        hat helmet shirt tshirt t-shirt jacket coat dress skirt trousers jeans shorts suit tuxedo uniform collar
        sunglasses glasses mask scarf glove shoe boot sock sweater hoodie vest tie bikini swimsuit costume apron
        robe gown cap crown necklace outfit clothes clothing hanbok kimono sari headscarf beanie cape bandana
        sandal sneaker goggles earring bracelet blouse cardigan pajamas jersey overalls
        """)
    /// Open ground, that one is in, on, or goes through alike.
    static let areas = words(
        """
        grass field meadow snow sand beach park forest garden yard desert farm
        """)
    static let areaPrepositions = words("in on at through across along")
    static let ways = words("street road path sidewalk highway beach trail aisle hallway")
    static let wayPrepositions = words("in on at along down")

    private static let cardinals: [String: Int] = {
        let small = """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
            sixteen seventeen eighteen nineteen
            """.split(whereSeparator: \.isWhitespace).map(String.init)
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        var map = Dictionary(uniqueKeysWithValues: zip(small, 0...))
        for (index, word) in tens.enumerated() { map[word] = (index + 2) * 10 }
        return map.merging(["dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000]) { $1 }
    }()

    /// The number a word says, such as 3 for "three" and for "3".
    static func number(_ word: String) -> Int? { cardinals[word] ?? Int(word) }

    /// Quantities that are no number, and ordinals.
    static let quantities = words(
        """
        several many few both all half double single triple first second third fourth fifth last
        once twice every each most more less only alone
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
