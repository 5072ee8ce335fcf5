/// A noun phrase: what counts and describes it, and the noun itself.
struct KoreanNoun: Hashable {
    private(set) var head: [String] = []
    var modifiers: [String] = []
    /// Clauses that say something of the noun.
    var clauses: [KoreanStatement] = []
    /// What is joined by and.
    private(set) var others: [String] = []
    /// Whose it is, as 의 says; also among the modifiers.
    private(set) var possessors: [KoreanNoun] = []
    private(set) var number: Int?
    var quantity: String?
    var isPlural = false
    /// A number was read, and no counter behind it yet.
    private(set) var hasFreshNumber = false
    private(set) var names: Set<String> = []

    init() {}

    init(_ head: String) { self.head = [head] }

    var isEmpty: Bool {
        head.isEmpty && modifiers.isEmpty && clauses.isEmpty && others.isEmpty && number == nil
    }

    mutating func extend(_ text: String, isName: Bool = false) {
        head.append(text)
        hasFreshNumber = false
        if isName { names.insert(text) }
    }

    mutating func dropLastWord() { head.removeLast() }

    mutating func popLastWord() -> String { head.popLast() ?? "" }

    mutating func add(number new: Int) {
        number = (number.map { hasFreshNumber && $0 % 10 == 0 && new < $0 ? $0 + new : new }) ?? new
        hasFreshNumber = true
    }

    mutating func endNumber() { hasFreshNumber = false }

    /// The phrase with 의 behind it describes the next noun; only a count moves on as such.
    mutating func becomePossessor() {
        var next = Self()
        if let last = head.last, KoreanWordKinds.spots.contains(last) {
            // "철로 위의 기차" is the train that is on the track.
            next.clauses = [
                KoreanStatement(stem: "있", isNegated: false, parts: [KoreanPart(role: "에", noun: self)])
            ]
        } else if head.isEmpty, number != nil || quantity != nil {
            (next.number, next.quantity) = (number, quantity)
            (next.modifiers, next.clauses) = (modifiers, clauses)
        } else {
            next.modifiers = ["의:" + text]
            next.possessors = [self]
        }
        self = next
    }

    mutating func coordinate() {
        let joined = others + [text]
        self = Self()
        others = joined
    }

    /// How much there is of it; one is what a noun says by itself.
    var count: String? {
        if let number { return number == 1 ? nil : "#\(number)" }
        return quantity.map { "#\($0)" } ?? (isPlural ? "#들" : nil)
    }

    var text: String {
        // A colour before a noun describes it, whether it is an adjective or a noun itself.
        let colours = head.dropLast().filter(KoreanWordKinds.colours.contains)
        let name = KoreanSynonyms.canonical(head.filter { !colours.contains($0) }.joined())
        let own =
            ([count].compactMap(\.self) + (modifiers + colours).sorted()
            + clauses.map { "[\($0.text)]" } + (name.isEmpty ? [] : [name])).joined(separator: " ")
        return others.isEmpty ? own : (others + [own]).sorted().joined(separator: " & ")
    }

    /// One word, with nothing that describes or counts it.
    var isBareWord: Bool {
        head.count == 1 && modifiers.isEmpty && clauses.isEmpty && others.isEmpty && count == nil
    }

    /// The phrase as words of style, when that is all it is.
    var style: String? {
        guard let last = head.last, clauses.isEmpty, others.isEmpty else { return nil }
        let isStyle =
            KoreanWordKinds.styleHeads.contains(last)
            || head.allSatisfy {
                KoreanWordKinds.styles.contains($0) || KoreanWordKinds.wrappers.contains($0)
            }
                && head.contains { KoreanWordKinds.styles.contains($0) }
            || KoreanWordKinds.wrappers.contains(last) && head.count == 1 && !modifiers.isEmpty
        guard isStyle else { return nil }
        return (modifiers.sorted() + head.filter { !KoreanWordKinds.wrappers.contains($0) }).joined(
            separator: " ")
    }

    /// A name for the video, such as "영상", or one with what it shows before it.
    var isWrapper: Bool {
        head.last.map(KoreanWordKinds.wrappers.contains) == true && others.isEmpty && number == nil
    }

    var tokens: [Meaning.Token] {
        let counted =
            count.map { [Meaning.Token(text: "\($0) \(head.last ?? "")", guardKind: .numbers)] } ?? []
        return counted + modifiers.map { Meaning.Token(text: $0, guardKind: KoreanWordKinds.kind(of: $0)) }
            + head.map {
                Meaning.Token(text: $0, guardKind: names.contains($0) ? .names : KoreanWordKinds.kind(of: $0))
            } + others.map { Meaning.Token(text: $0, guardKind: .subjects) } + clauses.flatMap(\.tokens)
    }
}

extension KoreanWordKinds {
    /// The guard that a noun or adjective belongs to.
    static func kind(of text: String) -> Guard {
        let word = text.first == "¬" ? String(text.dropFirst()) : text
        if text.first == "¬" || ["없이", "말고"].contains(text) { return .negations }
        if colours.contains(word) { return .colours }
        if people.contains(word) { return .people }
        if sides.contains(word) { return .sides }
        return times.contains(word) ? .times : .subjects
    }
}
