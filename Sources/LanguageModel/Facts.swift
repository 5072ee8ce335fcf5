import Similarity

/// What a plain English text says that must not change: numbers, colours, negation, names, content words.
struct Facts: Sendable {
    /// Numbers from 2 on, spelt or in digits: "a" and "one" are often the same.
    private(set) var numbers: Set<String> = []
    /// Numbers that a word holds without saying them, such as 2 in "couple".
    private(set) var impliedNumbers: Set<String> = []
    private(set) var colours: Set<String> = []
    private(set) var isNegated = false
    /// Whether a word may stand for a negation, such as "empty" for "without people".
    private(set) var mayBeNegated = false
    /// Capitalised words that do not begin a sentence, in lower case.
    private(set) var names: Set<String> = []
    /// Stems of the words that say what is to be seen.
    private(set) var content: Set<String> = []

    init(of text: String) {
        var beginsSentence = true
        for token in FactWords(text) {
            take(token.text.lowercased())
            if !beginsSentence, token.text.first?.isUppercase == true, token.text.count > 1 {
                names.insert(token.text.lowercased())
            }
            beginsSentence = token.endsSentence
        }
    }

    /// The same with what another text says besides.
    func joined(with other: Self) -> Self {
        var all = self
        all.numbers.formUnion(other.numbers)
        all.impliedNumbers.formUnion(other.impliedNumbers)
        all.colours.formUnion(other.colours)
        all.isNegated = isNegated || other.isNegated
        all.mayBeNegated = mayBeNegated || other.mayBeNegated
        all.names.formUnion(other.names)
        all.content.formUnion(other.content)
        return all
    }

    private mutating func take(_ word: String) {
        if let number = NumberWords.number(word) {
            if number > 1 { numbers.insert(String(number)) }
        } else if let number = NumberWords.implied[word] {
            impliedNumbers.insert(String(number))
            content.insert(PorterStemmer.stem(word))
        } else if Self.negations.contains(word) || word.hasSuffix("n't") {
            isNegated = true
        } else if let colour = Colours.group[word] {
            colours.insert(colour)
        } else if !CommonWords.contains(word), word.count > 1 {
            content.insert(PorterStemmer.stem(word))
        }
        if Self.softNegations.contains(word) || word.hasSuffix("less") { mayBeNegated = true }
    }

    private static let negations: Set<String> = [
        "no", "not", "never", "without", "nobody", "nothing", "none", "neither", "nor", "cannot", "except",
    ]

    private static let softNegations: Set<String> = [
        "empty", "deserted", "alone", "lonely", "bare", "free", "instead", "but", "rather", "other", "only",
        "off", "lacking", "missing", "unlit", "absent", "excluding", "unable", "still", "before", "until",
    ]
}

/// Number words of English.
enum NumberWords {
    /// The number that digits or a word say.
    static func number(_ word: String) -> Int? {
        if let number = Int(word) { return number }
        return words.firstIndex(of: word) ?? tens[word]
    }

    static let implied = [
        "couple": 2, "pair": 2, "both": 2, "twins": 2, "twin": 2, "two-person": 2, "duo": 2, "trio": 3,
        "triplets": 3, "double": 2, "triple": 3, "half": 2, "twice": 2, "quartet": 4,
    ]

    private static let words = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]

    private static let tens = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000,
    ]
}

/// Colour words, each with the plain colour that it is a shade of.
enum Colours {
    static let group: [String: String] = [
        "red": "red", "crimson": "red", "scarlet": "red", "ruby": "red", "reddish": "red",
        "blue": "blue", "navy": "blue", "azure": "blue", "bluish": "blue", "indigo": "blue",
        "green": "green", "emerald": "green", "greenish": "green", "lime": "green",
        "yellow": "yellow", "yellowish": "yellow", "black": "black", "white": "white",
        "grey": "grey", "gray": "grey", "pink": "pink", "purple": "purple", "violet": "purple",
        "brown": "brown", "beige": "beige", "turquoise": "turquoise", "teal": "turquoise",
        "cyan": "turquoise",
    ]
}
