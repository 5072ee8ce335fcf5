/// Something a reader of the prompt should know, with what to do about it.
package struct PromptWarning: Sendable, Hashable, Codable {
    /// A message with what to do, in one language.
    package struct Wording: Sendable, Hashable, Codable {
        package let message: String
        package let fix: String?

        package init(_ message: String, fix: String? = nil) {
            self.message = message
            self.fix = fix
        }
    }

    /// A stable name, such as `two-camera-moves`.
    package let rule: String
    package let message: String
    package let fix: String?
    /// The same in Korean; nil for what was stored before there was any.
    package let korean: Wording?

    package init(rule: String, message: String, fix: String? = nil, korean: Wording? = nil) {
        self.rule = rule
        self.message = message
        self.fix = fix
        self.korean = korean
    }

    /// The words for a reader of this language.
    package func wording(in language: Language) -> Wording {
        (language == .korean ? korean : nil) ?? Wording(message, fix: fix)
    }
}
