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
    /// -게 되다.
    var isOutcome = false
    /// -ㄹ 수 있다, -ㄹ 줄 알다; negated also 못 and -지 못하다.
    var isAbility = false
    /// -게 하다, -게 만들다: the object is made to do it.
    var isCaused = false
    /// -기 시작하다.
    var isStart = false
    /// -ㄹ 것 같다, -ㄹ 듯하다.
    var isImminent = false
    /// -는 것 같다, -는 듯하다.
    var isLikeness = false
    /// -는 척하다.
    var isPretence = false
    /// -ㄹ 뻔하다.
    var isNarrow = false
    /// -어 보이다.
    var isLook = false
    /// -ㄴ 적 없다.
    var isNever = false
    /// -고 나서.
    var isCompleted = false
    /// -아 주세요, -하세요: asks for something.
    var isRequest = false

    /// The same, negated too if another ending is.
    func negated(by other: Ending) -> Ending {
        var copy = self
        copy.isNegated = isNegated != other.isNegated
        return copy
    }
}
