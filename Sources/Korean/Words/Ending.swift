/// What the endings and auxiliaries of a predicate say.
struct Ending: Sendable {
    enum Form: Sendable { case adnominal, connective, final, nominal }
    enum Tense: Sendable { case present, past, future }

    var form = Form.final
    var tense = Tense.present
    /// The last connective ending, such as 면서.
    var connective = ""
    /// -고 있다.
    var isProgressive = false
    /// -아 있다.
    var isResult = false
    var isNegated = false
    /// -려고 하다.
    var isAttempt = false
    /// -고 싶다.
    var isWish = false
    /// -아 지다.
    var isBecoming = false
    /// -ㄹ 수 있다.
    var isAbility = false
    /// -아 주세요, -하세요: asks for something.
    var isRequest = false

    /// The same, negated too if another ending is.
    func negated(by other: Ending) -> Ending {
        var copy = self
        copy.isNegated = isNegated != other.isNegated
        return copy
    }
}
