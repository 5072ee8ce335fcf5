extension Storyboard {
    /// Reads a prompt.
    ///
    /// Words that are not to be seen are left out; so are subjects of the negative prompt.
    ///
    /// - Parameters:
    ///   - text: The English prompt.
    ///   - negative: What must not be seen.
    package init(reading text: String, negative: String? = nil) {
        var reader = StoryboardReader(PromptWords(text).words)
        reader.read()
        self = reader.finish(without: negative.map { PromptWords($0).words } ?? [])
    }
}

/// Goes through a prompt once, word by word.
private struct StoryboardReader {
    private let words: [PromptWords.Word]
    private var board = Storyboard()
    private var lights: [Light] = []
    private var places: [Place] = []
    private var motion: Motion?
    private var count = 1
    private var tint: Tint?
    /// The words since an article, while they may still name a thing.
    private var phrase: [String]?
    /// Words in no table, in their order.
    private var unknown: [String] = []

    init(_ words: [PromptWords.Word]) { self.words = words }

    mutating func read() {
        var index = 0
        while index < words.count {
            let word = words[index]
            // A flock of birds is as many birds as a flock.
            let isMeasure = word.text == "of" && count > 1
            if word.startsPhrase || (Vocabulary.boundaries.contains(word.text) && !isMeasure) { endPhrase() }
            if word.isNegated {
                endPhrase()
                index += 1
            } else {
                index += take(at: index)
            }
        }
        endPhrase()
    }

    /// Takes one to three words and says how many.
    private mutating func take(at index: Int) -> Int {
        for length in [3, 2, 1] where index + length <= words.count {
            let run = words[index..<(index + length)]
            if run.dropFirst().contains(where: { $0.startsPhrase || $0.isNegated }) { continue }
            let last = run[run.endIndex - 1].text
            let isPlural = Self.plurals.contains(last)
            for key in Self.keys(run.map(\.text))
            where take(key, isPlural: isPlural || (last.hasSuffix("s") && !key.hasSuffix(last))) {
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
    private mutating func take(_ key: String, isPlural: Bool) -> Bool {
        if let subject = Vocabulary.subjects[key] {
            add(subject, named: key, isPlural: isPlural)
            return true
        }
        let isKnown = notes(key)
        if isKnown { phrase = phrase.map { _ in [] } }
        return isKnown
    }

    // One word may say several things: snowy is light, weather and ground.
    private mutating func notes(_ key: String) -> Bool {
        var isKnown = false
        if let light = Vocabulary.lights[key] { (isKnown, lights) = (true, lights + [light]) }
        if let place = Vocabulary.places[key] { (isKnown, places) = (true, places + [place]) }
        if let weather = Vocabulary.weathers[key] {
            isKnown = true
            if !board.weather.contains(weather) { board.weather.append(weather) }
        }
        if let camera = Vocabulary.cameras[key] { (isKnown, board.camera) = (true, camera) }
        if let tint = Vocabulary.tints[key] { (isKnown, self.tint) = (true, tint) }
        if let number = Vocabulary.numbers[key] { (isKnown, count) = (true, number) }
        if let motion = Vocabulary.motions[key] {
            endPhrase()
            isKnown = true
            self.motion = self.motion ?? motion
            // A couple dances together.
            for index in board.cast.indices where board.cast[index].motion == .stand {
                board.cast[index].motion = motion
            }
        }
        return isKnown
    }

    private mutating func add(_ subject: Figure, named name: String, isPlural: Bool) {
        var role = Storyboard.Role(subject)
        role.count = count > 1 ? count : isPlural ? 3 : 1
        role.tint = tint ?? Vocabulary.namedTints[name]
        if let same = board.cast.firstIndex(where: { $0.subject == subject }) {
            board.cast[same].tint = board.cast[same].tint ?? role.tint
            board.cast[same].count = max(board.cast[same].count, role.count)
        } else {
            board.cast.append(role)
        }
        if ["couple", "lover", "family"].contains(name) { board.cast.append(Storyboard.Role(.woman)) }
        if name == "family" { board.cast.append(Storyboard.Role(.child)) }
        (count, tint, phrase) = (1, nil, nil)
    }

    private mutating func continuePhrase(_ word: String) {
        if Vocabulary.determiners.contains(word) {
            endPhrase()
            phrase = []
        } else if PromptWords.bases(of: word).contains(where: Vocabulary.verbs.contains) {
            endPhrase()
        } else if !Vocabulary.boundaries.contains(word) {
            phrase?.append(word)
            if !PromptWords.bases(of: word).contains(where: Vocabulary.neutral.contains) {
                unknown.append(word)
            }
        }
    }

    // What stands last behind an article is the thing; what nobody can draw is shown as its word.
    private mutating func endPhrase() {
        defer { (phrase, count, tint) = (nil, 1, nil) }
        guard let phrase, let thing = phrase.last(where: { !$0.hasSuffix("ly") && !$0.hasSuffix("ing") }),
            !PromptWords.bases(of: thing).contains(where: Vocabulary.neutral.contains),
            !board.title.contains(thing), board.title.count < 3
        else { return }
        board.title.append(thing)
    }

    func finish(without unwanted: [PromptWords.Word]) -> Storyboard {
        var board = board
        let names = Set(unwanted.flatMap { PromptWords.bases(of: $0.text) })
        board.cast.removeAll { role in names.contains { Vocabulary.subjects[$0] == role.subject } }
        board.weather.removeAll { weather in names.contains { Vocabulary.weathers[$0] == weather } }
        board.cast = Array(board.cast.prefix(4))
        if let motion, let first = board.cast.first, first.motion == .stand { board.cast[0].motion = motion }
        // Better two words than an empty stage.
        if board.cast.isEmpty && board.title.isEmpty && places.isEmpty && board.weather.isEmpty {
            board.title = Array(unknown.prefix(2))
        }
        board.light = chooseLight(board)
        board.place = choosePlace(board)
        return board
    }

    private func chooseLight(_ board: Storyboard) -> Light {
        // The particular says more than "bright" or "dark".
        let order: [Light] = [.neon, .sunset, .dawn, .night, .winter, .overcast, .day]
        if let named = order.first(where: lights.contains) { return named }
        if board.weather.contains(.fireworks) || board.weather.contains(.stars) { return .night }
        if board.weather.contains(.fireflies) { return .night }
        if board.weather.contains(.snow) { return .winter }
        return board.weather.contains(.rain) || board.weather.contains(.fog) ? .overcast : .day
    }

    private func choosePlace(_ board: Storyboard) -> Place {
        // "The sky over the city" is a city.
        if let named = places.first(where: { $0 != .sky && $0 != .field }) ?? places.first { return named }
        let subjects = Set(board.cast.map(\.subject))
        if !subjects.isDisjoint(with: [.astronaut, .rocket]) { return .space }
        if !subjects.isDisjoint(with: [.fish, .whale]) { return .underwater }
        if subjects.contains(.boat) { return .sea }
        if !subjects.isDisjoint(with: [.car, .bus, .robot]) { return .street }
        if !subjects.isDisjoint(with: [.plane, .balloon]) { return .sky }
        if subjects.contains(.santa) { return .village }
        return lights.contains(.neon) || board.weather.contains(.fireworks) ? .city : .field
    }
}
