import Testing

@testable import Similarity

@Suite struct PorterStemmerTests {
    /// The examples of the paper, and words of the trade.
    @Test(arguments: [
        ("caresses", "caress"), ("ponies", "poni"), ("cats", "cat"), ("agreed", "agre"),
        ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"), ("sing", "sing"),
        ("hopping", "hop"), ("falling", "fall"), ("filing", "file"), ("sized", "size"), ("happy", "happi"),
        ("sky", "sky"), ("relational", "relat"), ("rational", "ration"), ("vietnamization", "vietnam"),
        ("hopefulness", "hope"), ("electrical", "electr"), ("adjustment", "adjust"), ("adoption", "adopt"),
        ("probate", "probat"), ("cease", "ceas"), ("controll", "control"), ("running", "run"),
        ("puppies", "puppi"), ("dancing", "danc"),
    ])
    func `words become the stems of the paper`(word: String, stem: String) {
        #expect(PorterStemmer.stem(word) == stem)
    }

    @Test(arguments: ["puppy puppies", "run runs running", "dance dances danced dancing"])
    func `forms of one word have one stem`(forms: String) {
        #expect(Set(forms.split(separator: " ").map { PorterStemmer.stem(String($0)) }).count == 1)
    }

    @Test(arguments: ["", "a", "is", "강아지", "4k", "café", "x-ray"])
    func `other words stay as they are`(word: String) {
        #expect(PorterStemmer.stem(word) == word)
    }
}
