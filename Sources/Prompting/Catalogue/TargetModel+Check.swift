extension TargetModel {
    /// Checks what the types cannot say.
    func check(file: String) throws(CatalogueError) {
        func require(_ holds: Bool, _ key: String, _ reason: String) throws(CatalogueError) {
            guard holds else { throw CatalogueError(file: file, key: key, reason: reason) }
        }
        try require(file == "\(name).json", "name", "must be the file's name without .json")
        try require(!title.isEmpty, "title", "must not be empty")
        try require(!templateVersion.isEmpty, "templateVersion", "must not be empty")
        try require(slots.contains(.main), "slots", "must hold main")
        try require(Set(slots).count == slots.count, "slots", "must hold each slot once")
        try require(
            [limits.characters, limits.utf16Units, limits.words, limits.tokens]
                .contains { ($0 ?? 0) > 0 }, "limits", "must hold at least one limit above 0")
        try require(languages.contains("en"), "languages", "must hold en, which prompts are written in")
        try require(!aspects.isEmpty, "aspects", "must hold at least one shape")
        try require(
            !durations.isEmpty
                && durations.allSatisfy { $0.count == 2 && $0[0] >= 1 && $0[0] <= $0[1] && $0[1] <= 60 },
            "durations", "must hold pairs of seconds, the shorter first, 1...60")
        try require(!source.isEmpty, "source", "must not be empty")
        try require(
            verified.utf8.count == 10 && verified.split(separator: "-").compactMap { Int($0) }.count == 3,
            "verified", "must be a day such as 2026-11-21")
    }
}
