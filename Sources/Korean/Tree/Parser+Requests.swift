/// What asks for the video, and what is not to be in it.
extension Parser {
    /// 글자가 안 보이게, 사람이 나오지 않도록.
    mutating func excludeUnseen(_ clause: Clause) -> Bool {
        guard clause.ending.isNegated, Self.hiding.contains(clause.ending.connective),
            Self.shown.contains(clause.lexeme.key), clause.chain.isEmpty,
            let unseen = clause.subject ?? clause.arguments.first,
            [.subject, .topic, .object, .none].contains(unseen.role)
        else { return false }
        addExclusions([unseen])
        return true
    }

    private static let hiding: Set = ["게", "도록", "게끔", "고", "으며", "며"]

    /// 글자는 넣지 말고 고양이를 보여줘: the cat is without it.
    mutating func excludeRefused(_ clause: Clause) -> Bool {
        guard isRefusal(clause) else { return false }
        stateChain(of: clause)
        pending += unwanted(in: clause).map { .modifier(.excluded($0, asking: .without)) }
        return true
    }

    mutating func finish(_ clause: Clause) {
        if isRefusal(clause) {
            stateChain(of: clause)
            return addExclusions(unwanted(in: clause))
        }
        var clause = wish(in: clause) ?? clause
        countSubject(of: &clause)
        if isRequest(clause) {
            for argument in clause.arguments {
                statements.append(.nominal(argument))
            }
            stateChain(of: clause)
            addExclusions(clause.exclusions)
            return
        }
        statements.append(.clause(clause))
    }

    /// What is said before a request stands for itself.
    private mutating func stateChain(of clause: Clause) {
        for before in clause.chain where !isRequest(before) { statements.append(.clause(before)) }
    }

    /// 풍경만 나왔으면 좋겠어, 보여주면 좋겠어요: what would be good is what is asked for.
    private func wish(in clause: Clause) -> Clause? {
        guard ["좋다", "하다"].contains(clause.lexeme.key), clause.ending.form == .final,
            clause.lexeme.key == "하다" || clause.ending.tense == .future || clause.lexeme.text.contains("겠"),
            var wished = clause.chain.last, wished.link == "when"
        else { return nil }
        wished.ending.form = .final
        (wished.ending.isRequest, wished.ending.tense, wished.link) = (true, .present, "and")
        wished.arguments += clause.arguments
        wished.adverbs += clause.adverbs
        wished.chain = Array(clause.chain.dropLast())
        return wished
    }

    static let avoided: Set = [
        "피하다", "빼다", "제외하다", "제거하다", "생략하다", "배제하다", "금지하다", "삼가다", "자제하다", "없애다", "지우다",
    ]

    /// 글자는 넣지 말아 주세요, 테두리는 피해 주세요.
    func isRefusal(_ clause: Clause) -> Bool {
        guard clause.ending.isRequest else { return false }
        let key = clause.lexeme.key
        guard !unwanted(in: clause).isEmpty else { return false }
        if !clause.ending.isNegated { return Self.avoided.contains(key) }
        return Self.put.contains(key) || Self.requested.contains(key) || Self.shown.contains(key)
    }

    private func unwanted(in clause: Clause) -> [NounPhrase] {
        clause.arguments.filter { [.object, .topic, .subject].contains($0.role) }
    }

    /// 사람이 많다: "there are many people".
    func countSubject(of clause: inout Clause) {
        guard let many = quantity(of: clause), clause.ending.form == .final,
            let index = clause.arguments.firstIndex(where: { [.subject, .topic].contains($0.role) })
        else { return }
        clause.arguments[index].modifiers.insert(.determiner(many), at: 0)
        clause.lexeme.key = "있다"
    }

    static let requested: Set = [
        "만들다", "그리다", "제작하다", "생성하다", "보여주다", "보이다", "찍다", "촬영하다", "부탁하다", "원하다", "표현하다",
        "연출하다", "구성하다", "작성하다", "해주다", "하다", "주다", "담다", "뽑다", "부탁드리다", "담아주다",
    ]

    /// Asks for the video and says nothing about what is to be seen in it.
    func isRequest(_ clause: Clause) -> Bool {
        // 웃는 걸 보고 싶어.
        if clause.lexeme.key == "보다", clause.ending.isWish { return true }
        // 자연 풍경만 나오게 해 줘.
        if clause.ending.isRequest, !clause.ending.isNegated, Self.shown.contains(clause.lexeme.key) {
            return true
        }
        guard Self.requested.contains(clause.lexeme.key), clause.subject == nil || clause.ending.isRequest
        else {
            return false
        }
        let object = clause.argument(.object) ?? clause.arguments.last
        return clause.ending.isRequest || clause.ending.isAbility || object.flatMap(kind) == .frame
    }

    static let shown: Set = ["보이다", "나오다", "등장하다", "들어가다", "나타나다", "드러나다"]

    static let put: Set = ["넣다", "추가하다", "포함하다", "나오다", "보이다", "등장시키다", "쓰다", "사용하다"]
}
