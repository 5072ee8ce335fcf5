import Domain
import Studio

/// `reprise find WORDS`.
enum FindCommand: Command {
    static let name = "find"
    static let summary = "Finds past prompts by words in Korean or English, and by what they are."
    static let usage = "[WORDS] [--category NAME] [--tag TAGS] [--favourite] [--limit COUNT] [--json] …"
    static let optionsHelp = """
          --category NAME  people, animal, landscape, city, object, food, event or abstract
          --model NAME     The target model
          --label NAME     A label on one of its revisions
          --tag TAGS       Tags that it all has, separated by commas
          --author NAME    Who saved one of its revisions
          --outcome WORD   approved, failed, rejected or rendered
          --favourite      Favourites only
          --rating NUMBER  At least this rating, 1 to 5
          --since DAY      Made on this day (UTC) or later, such as 2026-11-24
          --until DAY      Made before this day
          --after CURSOR   Where the next page begins, as the page before said it
          --limit COUNT    At most how many, 1 to 100 (20)
          --json           As data
        """
    static let grammar = Arguments.Grammar(
        options: [
            "category", "model", "label", "tag", "author", "outcome", "rating", "since", "until", "after",
            "limit",
        ], flags: ["favourite", "json"], operands: 0...8)

    static func run(_ arguments: Arguments, settings: Settings, shell: Shell) async throws -> ExitCode {
        let search = try search(arguments)
        let limit = try arguments.integer("limit", in: 1...100) ?? 20
        var after: FindMark?
        if let cursor = arguments.options["after"] {
            guard let mark = FindMark(cursor: cursor) else {
                throw InputError(field: "--after", code: .malformed, expected: "what the page before said")
            }
            after = mark
        }
        let page = try await Service.using(settings, shell: shell) { [after] service in
            try await service.studio.indexWords()
            return try await service.studio.find(search, in: .standard, after: after, limit: limit)
        }
        if arguments.flags.contains("json") {
            shell.print(try JSONText.of(page.prompts.map(Line.init)))
        } else {
            for found in page.prompts { shell.print(text(of: found, shell: shell)) }
            if page.prompts.isEmpty { shell.say("nothing fits") }
        }
        if let next = page.next { shell.say("more with --after \(next.cursor)") }
        return .done
    }

    /// What was found, as data.
    private struct Line: Encodable {
        let id: Prompt.ID
        let idea: String
        let text: String
        let revision: Int
        let marks: PromptMarks

        init(_ found: HighlightedPrompt) {
            id = found.prompt.id
            idea = found.prompt.head.configuration.idea.text
            text = found.prompt.head.text
            revision = found.prompt.head.number
            marks = found.prompt.marks
        }
    }

    private static func text(of found: HighlightedPrompt, shell: Shell) -> String {
        let lines = [found.idea, found.text].map { pieces in
            pieces.map { piece in
                piece.isMatch && shell.hasColours ? "\u{1B}[1m\(piece.text)\u{1B}[0m" : piece.text
            }.joined()
        }
        let star = found.prompt.marks.isFavourite ? " ★" : ""
        let tags = found.prompt.marks.tags.map { " #\($0)" }.joined()
        return "\(lines[0])\(star)\(tags)\n      \(lines[1])  [\(found.prompt.id)]"
    }

    private static func search(_ arguments: Arguments) throws(InputError) -> PromptSearch {
        var search = PromptSearch()
        let words = arguments.operands.joined(separator: " ")
        search.text = words.isEmpty ? nil : words
        search.query.category = try choice("category", arguments)
        search.query.model = arguments.options["model"].map(ModelName.init)
        if let name = arguments.options["label"] {
            search.query.label = try ReferenceName(typed: name, field: "--label")
        }
        for tag in (arguments.options["tag"] ?? "").split(separator: ",") {
            search.query.tags.append(try Tag(typed: String(tag), field: "--tag"))
        }
        search.query.author = arguments.options["author"]
        search.query.outcome = try choice("outcome", arguments)
        search.query.isFavourite = arguments.flags.contains("favourite") ? true : nil
        search.query.minimumRating = try arguments.integer("rating", in: PromptMarks.ratings)
        search.query.since = try day("since", arguments)
        search.query.until = try day("until", arguments)
        return search
    }

    private static func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ name: String, _ arguments: Arguments
    ) throws(InputError) -> Value? {
        guard let word = arguments.options[name] else { return nil }
        guard let value = Value(rawValue: word) else {
            let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw InputError(field: "--\(name)", code: .unknownValue, expected: "one of \(words)")
        }
        return value
    }

    private static func day(_ name: String, _ arguments: Arguments) throws(InputError) -> Timestamp? {
        guard let text = arguments.options[name] else { return nil }
        guard let time = Timestamp(text.utf8.count == 10 ? text + "T00:00:00.000Z" : text) else {
            throw InputError(field: "--\(name)", code: .malformed, expected: "a day such as 2026-11-24")
        }
        return time
    }
}
