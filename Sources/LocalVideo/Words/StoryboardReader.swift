extension Storyboard {
    /// Reads a prompt.
    ///
    /// Words that are not to be seen are left out; so are subjects of the negative prompt. What is told
    /// after something else becomes a shot of its own.
    ///
    /// - Parameters:
    ///   - text: The English prompt.
    ///   - negative: What must not be seen.
    package init(reading text: String, negative: String? = nil) {
        let (rest, quoted) = text.cutQuotations()
        var reader = StoryboardReader(PromptWords(rest).words)
        reader.read()
        shots = reader.finish(without: negative.map { PromptWords($0).words } ?? [])
        style = reader.style
        if !quoted.isEmpty { for index in shots.indices { shots[index].title = Array(quoted.prefix(2)) } }
    }
}

/// Goes through a prompt once, word by word.
struct StoryboardReader {
    private let words: [PromptWords.Word]
    private var drafts: [ShotDraft] = []
    private var draft = ShotDraft()
    private(set) var style: Style?
    private var count = 1
    private var scale = 1.0
    private var tint: Tint?
    /// Whether the sentence is about the camera or the light, so that its verbs are not the subjects'.
    private var isNote = false
    /// The words since something opened a phrase, while they may still name a thing.
    private var phrase: [String]?

    init(_ words: [PromptWords.Word]) { self.words = words }

    mutating func read() {
        var index = 0
        while index < words.count {
            let word = words[index]
            // A flock of birds is as many birds as a flock.
            let isMeasure = word.text == "of" && count > 1
            if word.startsPhrase || (Vocabulary.boundaries.contains(word.text) && !isMeasure) { endPhrase() }
            if word.startsSentence { startSentence(at: index) }
            if word.isNegated {
                endPhrase()
                index += 1
            } else {
                index += take(at: index)
            }
        }
        endPhrase()
        drafts.append(draft)
    }

    private mutating func startSentence(at index: Int) {
        endPhrase()
        isNote = words[index...].prefix(4).contains { Vocabulary.noteWords.contains($0.text) }
        if !isNote && draft.tells { startShot() }
        if !isNote { phrase = [] }
    }

    private mutating func startShot() {
        drafts.append(draft)
        draft = ShotDraft()
    }

    /// Takes one to three words and says how many.
    private mutating func take(at index: Int) -> Int {
        for length in [3, 2, 1] where index + length <= words.count {
            let run = words[index..<(index + length)]
            if run.dropFirst().contains(where: { $0.startsPhrase || $0.isNegated }) { continue }
            let last = run[run.endIndex - 1].text
            let isPlural = Self.plurals.contains(last)
            for key in Self.keys(run.map(\.text))
            where take(
                key, isPlural: isPlural || (last.hasSuffix("s") && !key.hasSuffix(last)),
                next: index + length)
            {
                return length
            }
        }
        continuePhrase(words[index].text)
        return 1
    }

    private static let plurals: Set<String> = ["people", "men", "women", "children"]

    /// The ways in which a run of words may stand in a table: its first and last may be bent.
    private static func keys(_ run: [String]) -> [String] {
        guard let first = run.first, let last = run.last, run.count > 1 else {
            return run.flatMap(PromptWords.bases)
        }
        let middle = run.dropFirst().dropLast()
        return PromptWords.bases(of: first).flatMap { first in
            PromptWords.bases(of: last).map { ([first] + middle + [$0]).joined(separator: " ") }
        }
    }

    /// Takes a word that is in a table.
    private mutating func take(_ key: String, isPlural: Bool, next: Int) -> Bool {
        if let prop = Vocabulary.props[key], draft.hold(prop, tint) {
            (tint, phrase) = (nil, nil)
            return true
        }
        if let subject = Vocabulary.subjects[key] {
            add(subject, named: key, isPlural: isPlural)
            return true
        }
        if Vocabulary.sequence.contains(key) {
            endPhrase()
            if draft.tells { startShot() }
            draft.isSequel = !drafts.isEmpty
            draft.transition = Vocabulary.transitions[key]
            return true
        }
        let isThing = notesThing(key)
        let isLook = notesLook(key)
        let isVerb = notesMotion(key, next: next)
        if isThing { phrase = nil } else if isLook { phrase = phrase.map { _ in [] } }
        return isThing || isLook || isVerb
    }

    // One word may say several things: snowy is light, weather and ground.
    private mutating func notesThing(_ key: String) -> Bool {
        var isKnown = false
        if let place = Vocabulary.places[key] { (isKnown, draft.places) = (true, draft.places + [place]) }
        if let interior = Vocabulary.interiors[key] { draft.interior = interior }
        if let weather = Vocabulary.weathers[key] {
            isKnown = true
            if !draft.weather.contains(weather) { draft.weather.append(weather) }
        }
        return isKnown
    }

    private mutating func notesLook(_ key: String) -> Bool {
        var isKnown = false
        if let light = Vocabulary.lights[key] { (isKnown, draft.lights) = (true, draft.lights + [light]) }
        if let season = Vocabulary.seasons[key] { (isKnown, draft.season) = (true, season) }
        if let camera = Vocabulary.cameras[key] { (isKnown, draft.camera) = (true, camera) }
        if let move = Vocabulary.transitions[key] { (isKnown, draft.transition) = (true, move) }
        if let look = Vocabulary.styles[key] { (isKnown, style) = (true, style ?? look) }
        if let tint = Vocabulary.tints[key] { (isKnown, self.tint) = (true, tint) }
        if let number = Vocabulary.numbers[key] { (isKnown, count) = (true, number) }
        if let size = Vocabulary.sizes[key] { (isKnown, scale) = (true, size) }
        return isKnown
    }

    private mutating func notesMotion(_ key: String, next: Int) -> Bool {
        guard let motion = Vocabulary.motions[key] else { return false }
        guard !isNote else { return true }
        endPhrase()
        phrase = []
        if namesSubject(from: next) {
            draft.pending = motion
        } else if draft.moves(like: motion) || (!drafts.isEmpty && draft.waits(with: motion)) {
            startShot()
            draft.pending = motion
        } else {
            draft.act(motion)
        }
        draft.isRiding = key == "ride"
        if ["cook", "bake", "make", "knead", "stir"].contains(key) { draft.impliesKitchen = true }
        if key == "drive" { draft.isDriving = true }
        return true
    }

    /// Whether a subject follows at once, as in "a running dog".
    private func namesSubject(from index: Int) -> Bool {
        for word in words[min(index, words.count)...].prefix(3) {
            if word.startsPhrase || Vocabulary.boundaries.contains(word.text)
                || Vocabulary.determiners.contains(word.text)
            {
                return false
            }
            if PromptWords.bases(of: word.text).contains(where: { Vocabulary.subjects[$0] != nil }) {
                return true
            }
        }
        return false
    }

    private mutating func add(_ subject: Figure, named name: String, isPlural: Bool) {
        var role = Shot.Role(subject)
        role.count = count > 1 ? count : isPlural ? 3 : 1
        role.tint = tint ?? Vocabulary.namedTints[name]
        role.scale = scale
        role.trait = Vocabulary.traits[name]
        draft.add(role)
        if ["couple", "lover", "family"].contains(name) { draft.add(Shot.Role(.woman)) }
        if name == "family" { draft.add(Shot.Role(.child)) }
        (count, scale, tint, phrase) = (1, 1, nil, nil)
    }

    private mutating func continuePhrase(_ word: String) {
        if word == "of" && count > 1 { return }
        if Vocabulary.determiners.contains(word) || Vocabulary.boundaries.contains(word) {
            endPhrase()
            phrase = isNote ? nil : []
        } else if Vocabulary.isVerb(word) {
            endPhrase()
            // "Making kimchi": what is made stands behind it.
            phrase = word.hasSuffix("ing") && word != "being" && !isNote ? [] : nil
        } else {
            phrase?.append(word)
            if !Vocabulary.isNeutral(word) { draft.unknown.append(word) }
        }
    }

    // What stands last in a phrase is the thing; what nobody can draw is shown as its word.
    private mutating func endPhrase() {
        defer { (phrase, count, scale, tint) = (nil, 1, 1, nil) }
        guard let phrase, let thing = phrase.last(where: Vocabulary.mayNameThing),
            !Vocabulary.isNeutral(thing), !draft.title.contains(thing), draft.title.count < 3
        else { return }
        draft.title.append(thing)
    }

    func finish(without unwanted: [PromptWords.Word]) -> [Shot] {
        let names = Set(unwanted.flatMap { PromptWords.bases(of: $0.text) })
        return ShotDraft.shots(of: drafts, without: names)
    }
}
