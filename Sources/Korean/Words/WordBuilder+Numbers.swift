/// Numbers with what English says in another way: times of day, dates, ages, fractions, multiples.
extension WordBuilder {
    /// Adds the number that starts here, or the date or the like that it is a part of.
    mutating func addNumeral() -> Bool {
        guard let numeral = Numeral(atoms, at: index), !isFigure(at: numeral.end) else { return false }
        if addTogether(numeral) || addOld(numeral) || addAgeRange(numeral) || addLookedAge(numeral)
            || addYoung(numeral)
            || addStories(numeral) || addRate(numeral) || addOrdinal(numeral)
            || addClock(numeral) || addDate(numeral) || addFraction(numeral)
            || addAge(numeral) || addMultiple(numeral) || addPercent(numeral)
        {
            return true
        }
        appendNumber(numeral)
        return true
    }

    private mutating func appendNumber(_ numeral: Numeral) {
        let last = atoms[numeral.end - 1]
        var found = lexeme(numeral.key, atoms[index].start, last.end)
        if isApproximate, !numeral.key.hasPrefix("~") { found.key = "~" + numeral.key }
        isApproximate = false
        words.append(Word(kind: .number, lexeme: found))
        index = numeral.end
        let before = words.dropLast().last
        let isFollowed = atoms.indices.contains(index) && atoms[index].isParticle
        let isCountWord = ["하나", "둘", "셋", "넷"].contains(found.text)
        let isAlone = before?.kind == .noun && before?.particle.isEmpty == true && (isFollowed || isCountWord)
        if isAlone {
            // 풍선 하나가: the number stands without a counter.
            let particle = takeParticles()
            words.append(Word(kind: .counter, lexeme: lexeme("개", last.end, last.end), particle: particle))
        }
    }

    /// 4K, 16:9, 30fps: what is written as one stays as it is.
    private func isFigure(at end: Int) -> Bool {
        guard let next = Numeral.atom(atoms, touching: end) else { return false }
        if next.tag == "SL" { return true }
        return [":", "/", "x", "×", "."].contains(next.form)
            && Numeral.atom(atoms, touching: end + 1)?.tag == "SN"
    }

    func form(_ index: Int) -> String { atoms.indices.contains(index) ? atoms[index].form : "" }

    mutating func addMade(
        _ english: String, _ kind: NounKind, _ grammar: String, start: Int, end: Int
    ) {
        var found = lexeme(english, start, atoms[end - 1].end)
        found.made = NounSense(
            english: english, kind: kind, grammar: Grammar(grammar[...].utf8), condition: Condition())
        addNoun(.noun, found, through: end)
    }

    // MARK: Company and rate

    /// 둘이서 춤추다, 셋이 웃는다: who do it are so many.
    private mutating func addTogether(_ numeral: Numeral) -> Bool {
        guard KoreanNumber.isNative(numeral.key), let value = numeral.value, value > 1, value < 10,
            let particle = Numeral.atom(atoms, touching: numeral.end), particle.form.hasPrefix("이"),
            !(words.last?.kind == .noun && words.last?.particle.isEmpty == true),
            ["둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"].contains(atoms[index].form)
        else { return false }
        let isGroup = particle.form == "이서" || form(numeral.end + 1) == "서"
        var found = lexeme(numeral.key, atoms[index].start, particle.end)
        if isGroup {
            found.key = value == 2 ? "as a pair" : "as a group of " + KoreanNumber.english(value)
            found.isVerbatim = true
            words.append(Word(kind: .adverb, lexeme: found))
            index = numeral.end + (particle.form == "이서" ? 1 : 2)
            skipParticles()
        } else {
            words.append(Word(kind: .number, lexeme: found))
            words.append(
                Word(kind: .counter, lexeme: lexeme("명", particle.start, particle.start), particle: "이"))
            index = numeral.end + 1
        }
        return true
    }

    /// 시속 200킬로, 섭씨 40도, 영하 10도.
    private mutating func addRate(_ numeral: Numeral) -> Bool {
        guard let before = words.last, before.kind == .noun, before.particle.isEmpty,
            let value = numeral.value
        else { return false }
        let figure = KoreanNumber.english(value)
        let text: String
        switch (before.lexeme.key, form(numeral.end)) {
        case ("시속", "킬로"), ("시속", "킬로미터"), ("시속", "km"): text = figure + " kilometers per hour"
        case ("섭씨", "도"): text = figure + " degrees Celsius"
        case ("영하", "도"): text = figure + " degrees below zero"
        case ("영상", "도"): text = figure + " degrees above zero"
        default: return false
        }
        words.removeLast()
        addMade(text, .abstract, "bare; prep=at; 로=at", start: before.lexeme.start, end: numeral.end + 1)
        return true
    }

    // MARK: Order

    /// 두 번째, 2번째: "second".
    private mutating func addOrdinal(_ numeral: Numeral) -> Bool {
        guard let value = numeral.value, let end = ordinalEnd(from: numeral.end) else { return false }
        addOrdinal(value, through: end)
        return true
    }

    /// 첫 번째.
    mutating func addFirst() -> Bool {
        guard atoms[index].form == "첫", let end = ordinalEnd(from: index + 1) else { return false }
        addOrdinal(1, through: end)
        return true
    }

    private mutating func addOrdinal(_ value: Int, through end: Int) {
        var found = lexeme(KoreanNumber.ordinal(value), atoms[index].start, atoms[end - 1].end)
        found.isVerbatim = true
        // 두 번째로 큰: a rank, and not the second of them.
        let isRank = form(end) == "로" && atoms.indices.contains(end + 1) && atoms[end + 1].tag == "VA"
        words.append(Word(kind: isRank ? .adverb : .determiner, lexeme: found))
        index = end
        skipParticles()
    }

    private func ordinalEnd(from index: Int) -> Int? {
        if form(index) == "번째" { return index + 1 }
        if form(index) == "번", form(index + 1) == "째" { return index + 2 }
        return form(index) == "째" && Numeral.atom(atoms, touching: index) != nil ? index + 1 : nil
    }

    // MARK: Time

    private static let periods = [
        "오전": "a.m.", "새벽": "a.m.", "아침": "a.m.", "오후": "p.m.", "저녁": "p.m.", "낮": "p.m.", "밤": "p.m.",
    ]

    /// 오후 3시 30분, 밤 열두 시 반.
    private mutating func addClock(_ numeral: Numeral) -> Bool {
        guard form(numeral.end) == "시", let hour = numeral.value, (0...24).contains(hour) else {
            return false
        }
        addClock(hour: hour, through: numeral.end + 1)
        return true
    }

    /// 세시, which the dictionary takes for one word.
    mutating func addShortClock() -> Bool {
        let word = atoms[index].form
        guard atoms[index].tag.hasPrefix("N"), word.hasSuffix("시"), word.count <= 3,
            words.last?.kind == .noun,
            let period = words.last?.lexeme.key, Self.periods[period] != nil,
            let hour = KoreanNumber.value(String(word.dropLast()))
        else { return false }
        addClock(hour: hour, through: index + 1)
        return true
    }

    private mutating func addClock(hour: Int, through clock: Int) {
        var end = clock
        var minutes = 0
        if form(end) == "반" {
            (minutes, end) = (30, end + 1)
        } else if let numeral = Numeral(atoms, at: end), form(numeral.end) == "분", let value = numeral.value {
            (minutes, end) = (value, numeral.end + 1)
        }
        var start = atoms[index].start
        var period = hour > 12 || hour == 0 ? "" : "o'clock"
        if let last = words.last, last.kind == .noun, last.particle.isEmpty,
            let half = Self.periods[last.lexeme.key]
        {
            start = last.lexeme.start
            period = last.lexeme.key == "밤" && (hour == 12 || hour < 5) ? "a.m." : half
            words.removeLast()
        }
        let isWhole = minutes == 0 && !period.isEmpty
        let time = isWhole ? "\(hour)" : "\(hour):" + (minutes < 10 ? "0" : "") + "\(minutes)"
        let isBare = period.isEmpty || period == "o'clock" && !isWhole
        addMade(isBare ? time : time + " " + period, .time, "bare; prep=at", start: start, end: end)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// 2024년 12월 25일, 5월, 1990년대.
    private mutating func addDate(_ numeral: Numeral) -> Bool {
        if form(numeral.end) == "년", form(numeral.end + 1) == "대", let year = numeral.value, year >= 10 {
            addMade(
                "\(year)s", .time, "plural-only; the; prep=in", start: atoms[index].start,
                end: numeral.end + 2)
            return true
        }
        var rest: Numeral? = numeral
        var end = index
        func take(_ unit: String, _ range: ClosedRange<Int>) -> Int? {
            guard let found = rest, form(found.end) == unit, let value = found.value, range.contains(value)
            else {
                return nil
            }
            end = found.end + 1
            rest = Numeral(atoms, at: end)
            return value
        }
        let year = take("년", 1000...9999)
        let month = take("월", 1...12)
        let day = month == nil ? nil : take("일", 1...31)
        let isSpan = ["전", "후", "동안", "간", "뒤", "만", "넘", "된"].contains(form(end))
        guard year != nil || month != nil, month != nil || !isSpan else { return false }
        let name = [month.map { Self.months[$0 - 1] }, day.map(String.init)].compactMap(\.self)
            .joined(separator: " ")
        let text = [name, year.map(String.init) ?? ""].filter { !$0.isEmpty }
            .joined(separator: day == nil ? " " : ", ")
        addMade(text, .time, "bare; prep=" + (day == nil ? "in" : "on"), start: atoms[index].start, end: end)
        return true
    }

    // MARK: Parts and multiples

    /// 3분의 2.
    private mutating func addFraction(_ numeral: Numeral) -> Bool {
        guard form(numeral.end) == "분", form(numeral.end + 1) == "의", let whole = numeral.value, whole > 1,
            let part = Numeral(atoms, at: numeral.end + 2), let count = part.value
        else { return false }
        addMade(
            KoreanNumber.fraction(count, of: whole), .abstract, "bare; part", start: atoms[index].start,
            end: part.end)
        return true
    }

    /// 50%, 30퍼센트.
    private mutating func addPercent(_ numeral: Numeral) -> Bool {
        guard ["%", "퍼센트", "프로"].contains(form(numeral.end)) else { return false }
        let figure = KoreanNumber.value(numeral.key).map(String.init) ?? numeral.key
        let text = figure.replacing("~", with: "–") + "%"
        addMade(text, .abstract, "bare; part", start: atoms[index].start, end: numeral.end + 1)
        return true
    }

    /// 두 배, 세 번.
    private mutating func addMultiple(_ numeral: Numeral) -> Bool {
        guard ["배", "번", "차례", "회"].contains(form(numeral.end)), let value = numeral.value,
            form(numeral.end) != "배" || words.last?.kind != .noun, form(numeral.end + 1) != "의"
        else { return false }
        var found = lexeme(KoreanNumber.times(value), atoms[index].start, atoms[numeral.end].end)
        found.isVerbatim = true
        index = numeral.end + 1
        skipParticles()
        words.append(Word(kind: .adverb, lexeme: found))
        return true
    }
}
