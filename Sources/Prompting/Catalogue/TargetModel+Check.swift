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
            !limits.all.isEmpty && limits.all.allSatisfy { $0 > 0 }, "limits",
            "must hold at least one limit, and only such above 0")
        try require(
            advisedWords.isEmpty || advisedWords.count == 2 && advisedWords[0] < advisedWords[1],
            "advisedWords", "must hold the fewest and the most words, or nothing")
        try require(
            image.slots.contains(.main) && image.slots.contains(.camera), "image.slots",
            "must hold main and camera")
        try require(
            Set(image.slots).isSubset(of: slots), "image.slots", "must hold slots that the model has")
        try require(!image.rule.isEmpty, "image.rule", "must not be empty")
        try require(
            Set(camera.keys) == CameraMove.names, "camera",
            "must hold the model's words for \(CameraMove.names.sorted().joined(separator: ", "))")
        try require(
            states.allSatisfy { slots.contains($0.slot) }, "states", "must fit slots that the model has")
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

extension TargetModel.Limits {
    /// The limits that there are.
    var all: [Int] { [characters, utf16Units, words, tokens, cjkCharacters].compactMap { $0 } }
}

extension TargetModel.Statement {
    /// The part of a prompt that says it.
    var slot: Slot { self == .sound ? .audio : .camera }
}
