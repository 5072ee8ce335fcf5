import Domain

/// Rules about words that the model reads wrongly.
extension PromptLint {
    func hangulLeft(_ prompt: LintedPrompt) -> Found? {
        guard !model.languages.contains("ko"), Language(of: prompt.unquoted) == .korean else { return nil }
        return Found(
            "\(model.title) does not read Korean, and the prompt holds some.",
            fix: "Say it in English, or put it in quotes if it is to be shown.",
            korean: "\(model.title)은(는) 한국어를 읽지 못하는데 프롬프트에 한글이 있습니다.",
            fix: "영어로 바꾸거나, 화면에 보일 글이라면 따옴표로 묶어 주세요.")
    }

    func twoCameraMoves(_ prompt: LintedPrompt) -> Found? {
        let phrases = PromptParts(prompt.text).phrases.filter { PhraseKind($0) == .camera }
        let moves = phrases.map(CameraMove.moves).reduce(into: Set()) { $0.formUnion($1) }
        guard Self.contradict(moves) else { return nil }
        return Found(
            "The camera cannot do all of this at once.", fix: "Keep one camera move.",
            korean: "카메라가 이 움직임을 한꺼번에 할 수는 없습니다.", fix: "카메라 움직임을 하나만 남기세요.",
            step: prompt.with(text: Self.withOneMove(prompt.text)))
    }

    private static func contradict(_ moves: Set<CameraMove.Direction>) -> Bool {
        moves.contains { $0.opposite.map(moves.contains) ?? false }
            || moves.contains(.still) && moves.count > 1
    }

    /// The text in which the first camera move stays, and what contradicts it goes.
    private static func withOneMove(_ text: String) -> String {
        var kept: Set<CameraMove.Direction> = []
        var parts = PromptParts(text)
        parts.rewrite { phrase in
            guard PhraseKind(phrase) == .camera else { return phrase }
            var pieces: [String] = []
            for piece in phrase.pieces(between: [" and then ", " then ", " and "]) {
                let moves = CameraMove.moves(in: piece)
                guard !contradict(kept.union(moves)) else { continue }
                kept.formUnion(moves)
                pieces.append(piece)
            }
            return pieces.joined(separator: " and ")
        }
        return parts.text
    }

    func brandName(_ prompt: LintedPrompt) -> Found? {
        let words = WordSequence(prompt.text)
        guard let name = Self.names.first(where: { words.contains($0.words) })?.name else { return nil }
        return Found(
            "Providers may refuse “\(name)”, which is a name with an owner.",
            fix: "Describe how it looks instead.",
            korean: "“\(name)”은(는) 권리자가 있는 이름이라 거절될 수 있습니다.", fix: "이름 대신 생김새를 적어 주세요.")
    }

    func providerRewrites(_ prompt: LintedPrompt) -> Found? {
        guard let rewriting = model.rewriting, prompt.rewriting ?? rewriting.standard, prompt.isEdited
        else { return nil }
        var off = prompt
        off.rewriting = false
        return Found(
            "The service rewrites the edited prompt before \(model.title) reads it.",
            fix: "Turn \(rewriting.parameter) off, or compare with the prompt that was used.",
            korean: "고친 프롬프트를 \(model.title) 서비스가 다시 고쳐 씁니다.",
            fix: "\(rewriting.parameter)을(를) 끄거나 실제로 쓰인 프롬프트와 비교하세요.", step: off)
    }

    private static let names: [(name: String, words: WordSequence)] = [
        "Disney", "Pixar", "Marvel", "Ghibli", "Pokémon", "Pokemon", "Nintendo", "Star Wars", "Harry Potter",
        "Nike", "Adidas", "Coca-Cola", "Starbucks", "McDonald's", "iPhone", "Tesla", "Samsung", "BTS",
        "BLACKPINK", "Barbie", "Lego", "Mickey Mouse", "Spider-Man", "Batman", "Superman", "Pororo",
        "Hello Kitty", "Taylor Swift", "Elon Musk", "Donald Trump", "Barack Obama", "Tom Cruise",
        "Michael Jackson", "Son Heung-min", "Yuna Kim", "Psy", "Bong Joon-ho",
    ].map { ($0, WordSequence($0)) }
}

extension String {
    /// The text cut at any of some joining words.
    fileprivate func pieces(between joints: [String]) -> [String] {
        joints.reduce([self]) { pieces, joint in
            pieces.flatMap { $0.split(separator: joint).map(String.init) }
        }
    }
}
