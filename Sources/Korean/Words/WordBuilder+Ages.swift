/// Ages, and the storeys of houses.
extension WordBuilder {
    private static let ages = [
        "년": "year", "살": "year", "개월": "month", "달": "month", "주": "week", "일": "day",
    ]

    /// 100년 된 나무: "a 100-year-old tree".
    mutating func addOld(_ numeral: Numeral) -> Bool {
        guard let unit = Self.ages[form(numeral.end)], let value = numeral.value,
            form(numeral.end + 1) == "되", ["ㄴ", "은"].contains(form(numeral.end + 2))
        else { return false }
        describe("\(KoreanNumber.english(value))-\(unit)-old", through: numeral.end + 3)
        return true
    }

    /// Adds what stands before a noun as one word, such as "100-year-old".
    private mutating func describe(_ english: String, through end: Int) {
        var found = lexeme(english, atoms[index].start, atoms[end - 1].end)
        found.isVerbatim = true
        words.append(Word(kind: .determiner, lexeme: found))
        index = end
    }

    private static let years: Set = ["살", "세"]

    /// 10살에서 12살 사이의: "10-to-12-year-old".
    mutating func addAgeRange(_ numeral: Numeral) -> Bool {
        guard Self.years.contains(form(numeral.end)), ["에서", "부터"].contains(form(numeral.end + 1)),
            let upper = Numeral(atoms, at: numeral.end + 2), Self.years.contains(form(upper.end)),
            let youngest = numeral.value, let oldest = upper.value
        else { return false }
        var end = upper.end + 1
        if ["사이", "까지"].contains(form(end)) { end += 1 }
        if form(end) == "의" { end += 1 }
        describe("\(youngest)-to-\(oldest)-year-old", through: end)
        return true
    }

    /// 열 살쯤 되어 보이는: "who looks about ten years old".
    mutating func addLookedAge(_ numeral: Numeral) -> Bool {
        guard Self.years.contains(form(numeral.end)), let value = numeral.value else { return false }
        var end = numeral.end + 1
        var about = ""
        if ["쯤", "정도", "가량"].contains(form(end)) { (about, end) = ("about ", end + 1) }
        if form(end) == "은" || form(end) == "이" { end += 1 }
        guard form(end) == "되", ["어", "아"].contains(form(end + 1)), form(end + 2) == "보이",
            ["는", "ㄴ"].contains(form(end + 3))
        else { return false }
        describe("looking \(about)\(KoreanNumber.english(value)) years old", through: end + 4)
        return true
    }

    /// 7살 남자아이: "seven-year-old".
    mutating func addYoung(_ numeral: Numeral) -> Bool {
        guard Self.years.contains(form(numeral.end)), let value = numeral.value, (1...130).contains(value),
            atoms.indices.contains(numeral.end + 1)
        else { return false }
        let next = atoms[numeral.end + 1]
        let isNoun = ["NNG", "NNP"].contains(next.tag) && next.followsSpace
        guard isNoun || next.form == "의" else { return false }
        describe(
            "\(KoreanNumber.english(value))-year-old", through: numeral.end + (isNoun ? 1 : 2))
        return true
    }

    /// 3층짜리 주택, 5층 석탑: "three-story".
    mutating func addStories(_ numeral: Numeral) -> Bool {
        guard form(numeral.end) == "층", let value = numeral.value else { return false }
        let isSaid = form(numeral.end + 1) == "짜리"
        let end = numeral.end + (isSaid ? 2 : 1)
        let head = atoms.indices.contains(end) ? lexicon.nouns[atoms[end].form]?.first?.kind : nil
        guard isSaid || head == .building, value > 1 else { return false }
        describe("\(KoreanNumber.english(value))-story", through: end)
        return true
    }

    /// 춤추는 십대: who are of that age.
    private mutating func addAged(_ value: Int, through end: Int) -> Bool {
        let isHead = !atoms.indices.contains(end) || atoms[end].isParticle && form(end) != "의"
        guard isHead, words.last?.kind != .noun || words.last?.particle.isEmpty == false else { return false }
        addMade(
            value == 10 ? "teenager" : "person in their \(value)s", .person, "", start: atoms[index].start,
            end: end)
        return true
    }

    /// 20대 여성: "in her twenties", but 차 20대.
    mutating func addAge(_ numeral: Numeral) -> Bool {
        if form(numeral.end) == "대", let value = numeral.value, (10...90).contains(value), value % 10 == 0,
            addAged(value, through: numeral.end + 1)
        {
            return true
        }
        guard form(numeral.end) == "대", let value = numeral.value, (10...90).contains(value), value % 10 == 0,
            let next = atoms.indices.contains(numeral.end + 1) ? atoms[numeral.end + 1] : nil,
            next.tag == "NNG" || next.form == "의" || next.tag == "NNB",
            !(words.last?.kind == .noun && words.last?.particle.isEmpty == true)
        else { return false }
        if next.form == "의", lexicon.nouns[form(numeral.end + 2)]?.first?.kind == .vehicle { return false }
        let stages = ["초반": "early ", "중반": "mid-", "후반": "late "]
        let stage = stages[next.form] ?? ""
        let end = numeral.end + (stage.isEmpty ? 1 : 2)
        addMade("\(stage)\(value)s", .abstract, "bare; age", start: atoms[index].start, end: end)
        return true
    }
}
