/// Emoji, which are nouns where the sentence needs one and ornaments elsewhere.
extension WordBuilder {
    /// Adds all emoji that start in the atom in hand.
    mutating func addPictures() -> Bool {
        var end = atoms[index].start
        while end < atoms[index].end, let picture = picture(at: end) {
            end = picture.end
            while index < atoms.count, atoms[index].end <= end { index += 1 }
            addPicture(picture)
            guard index < atoms.count, atoms[index].start < end else { return true }
        }
        return end > atoms[index].start
    }

    /// The whole emoji at a byte, such as a family of four joined scalars.
    private func picture(at start: Int) -> Lexeme? {
        let from = text.index(text.startIndex, offsetBy: start)
        guard from < text.endIndex, let letter = Substring(text[from...]).first,
            let first = letter.unicodeScalars.first,
            Self.isPicture(first)
        else { return nil }
        var key = String.UnicodeScalarView()
        // Skin tones and the sign "as a picture" do not change what it shows.
        for scalar in letter.unicodeScalars
        where scalar.value != 0xFE0F && !scalar.properties.isEmojiModifier { key.append(scalar) }
        var found = lexeme(String(key), start, start + letter.utf8.count)
        if lexicon.nouns[found.key] == nil {
            found.key = found.text
            found.isVerbatim = true
        }
        return found
    }

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        // Hangul need not be looked up in Unicode's tables.
        scalar.value >= 0x2190 && !(0xAC00...0xD7A3).contains(scalar.value) && scalar.properties.isEmoji
    }

    private mutating func addPicture(_ picture: Lexeme) {
        var word = Word(kind: .symbol, lexeme: picture)
        word.lexeme.text = slice(picture.start, picture.end)
        let next = atoms.indices.contains(index) ? atoms[index] : nil
        let isFollowed = self.picture(at: picture.end) != nil
        let isEcho = words.last.map {
            $0.kind == .noun && $0.particle.isEmpty && $0.lexeme.end == picture.start
        }
        if isEcho == true, next?.start == picture.end, next?.isParticle == true, !words.isEmpty {
            // 강아지🐶가: the picture repeats the word.
            words[words.count - 1].particle = takeParticles()
        } else if next?.start == picture.end, next?.isParticle == true {
            word.kind = .noun
            word.particle = takeParticles()
        } else if awaitsHead || (isKnown(picture) && startsFragment && next.map(isContent) == true) {
            word.kind = .noun
            // 🐶🐱가: both do it.
            if isFollowed { word.particle = "와" }
        }
        words.append(word)
    }

    private func isKnown(_ picture: Lexeme) -> Bool { !picture.isVerbatim }

    /// 춤추는 🐱, 두 🐶: what stands before describes something.
    private var awaitsHead: Bool {
        guard let last = words.last else { return false }
        switch last.kind {
        case .predicate: return last.ending.form == .adnominal
        case .determiner, .number: return true
        case .noun: return last.role == .of
        default: return false
        }
    }

    private var startsFragment: Bool {
        guard let last = words.last else { return true }
        switch last.kind {
        case .comma, .stop: return true
        case .noun: return last.role == .with && Self.isPicture(last)
        default: return false
        }
    }

    private static func isPicture(_ word: Word) -> Bool {
        word.lexeme.text.unicodeScalars.first.map(isPicture) ?? false
    }

    /// Whether more than ornaments comes: words, or an emoji that carries a particle.
    private func isContent(_ atom: Atom) -> Bool {
        atoms[index...].contains { $0.form.unicodeScalars.contains { $0.properties.isAlphabetic } }
    }
}
