/// Quotations, which are text to be read or said and stay as they are written.
extension WordBuilder {
    /// Adds the quotation that starts here, with the 라고 and the particles behind it.
    mutating func addQuote() -> Bool {
        guard let quote = quotes.first(where: { $0.outer.contains(atoms[index].start) }),
            isText(quote)
        else { return false }
        let next = atoms[index...].firstIndex { $0.start >= quote.outer.upperBound } ?? atoms.count
        var lexeme = Lexeme(
            key: quote.text, text: slice(quote.outer.lowerBound, quote.outer.upperBound),
            start: quote.outer.lowerBound, end: quote.outer.upperBound)
        lexeme.isVerbatim = true
        index = next
        while index < atoms.count,
            atoms[index].tag == "VCP" || Self.quoting.contains(atoms[index].form)
        {
            index += 1
        }
        // "안녕" 하고 인사하는.
        if atoms[index...].prefix(2).map(\.form) == ["하", "고"] { index += 2 }
        let isAlone = index == next
        words.append(Word(kind: .quote, lexeme: lexeme, particle: takeParticles()))
        // The dictionary takes the mark and a comma behind it for one.
        let border = atoms.indices.contains(next) ? atoms[next].start : text.count
        if isAlone, slice(quote.outer.upperBound, border).contains(",") {
            let end = quote.outer.upperBound
            words.append(Word(kind: .comma, lexeme: self.lexeme(",", end, end)))
        }
        return true
    }

    private static let quoting: Set = ["라고", "라는", "라", "이라고", "이라는", "하고"]

    /// Whether a quotation is text, and neither the idea itself nor a word with stress.
    private func isText(_ quote: Quotes.Quotation) -> Bool {
        guard quote.text.unicodeScalars.contains(where: { $0.value >= 0xAC00 }) else { return true }
        if isWholeIdea(quote) || isMember(quote) { return false }
        return !quote.isStress || isShown(quote) || !isWord(quote)
    }

    /// "고양이가 춤추는 영상" 만들어줘: the idea stands in the marks.
    private func isWholeIdea(_ quote: Quotes.Quotation) -> Bool {
        atoms.allSatisfy { atom in
            quote.outer.contains(atom.start) || atom.isParticle || atom.isEnding
                || ["S", "XS", "VX"].contains(where: atom.tag.hasPrefix) && atom.tag != "SL"
                || atom.isPredicate && Parser.requested.contains(atom.form + "다")
        }
    }

    /// {"장면": "비 오는 거리"}: names and values of an object.
    private func isMember(_ quote: Quotes.Quotation) -> Bool {
        let after = slice(quote.outer.upperBound, text.count).drop { $0 == " " }
        if after.hasPrefix(":") { return true }
        let before = slice(0, quote.outer.lowerBound).filter { $0 != " " }
        return before.hasSuffix("\":") || before.hasSuffix("[") && after.hasPrefix("]")
    }

    /// '검은', '희망': a word that could stand there without its marks.
    private func isWord(_ quote: Quotes.Quotation) -> Bool {
        let inner = atoms.filter { quote.inner.contains($0.start) }
        let key = quote.text.filter { $0 != " " }
        return inner.last?.tag == "ETM" || lexicon.nouns[key] != nil || lexicon.predicates[key] != nil
    }

    private static let shownOn: Set = [
        "글자", "글씨", "문구", "텍스트", "자막", "간판", "로고", "문자", "네온", "네온사인", "제목", "타이틀", "포스터",
        "현수막", "표지판", "팻말", "메시지", "부제", "칠판", "배너", "라벨", "문패", "이름표", "대사", "캡션", "말풍선",
        "라고", "이라고", "라는", "이라는", "라", "이라", "라며", "라면서", "이라며", "하고", "적히", "쓰이", "새기", "적",
    ]

    /// Whether something that is read or said stands beside a quotation.
    private func isShown(_ quote: Quotes.Quotation) -> Bool {
        let after = atoms.filter { $0.start >= quote.outer.upperBound }.prefix(3)
        let before = atoms.filter { $0.end <= quote.outer.lowerBound }.suffix(3)
        return (after + before).contains { Self.shownOn.contains($0.form) }
    }
}
