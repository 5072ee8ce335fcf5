/// A number as the idea writes it, over one or more atoms: 1,500, 2.5, 3만, 이백오십, 10~20, 100여.
struct Numeral {
    /// What ``KoreanNumber`` reads: "1500", "2.5", "10~20", "~100".
    var key: String
    /// The first atom behind it.
    var end: Int

    var value: Int? { KoreanNumber.value(key) }

    init?(_ atoms: [Atom], at start: Int) {
        guard let first = Self.single(atoms, at: start) else { return nil }
        self = first
        joinRange(atoms)
        if let suffix = Self.atom(atoms, touching: end), suffix.form == "여", suffix.tag == "XSN" {
            key = "~" + key
            end += 1
        }
    }

    private init(key: String, end: Int) { (self.key, self.end) = (key, end) }

    /// The atom at an index, when no space stands before it.
    static func atom(_ atoms: [Atom], touching index: Int) -> Atom? {
        guard atoms.indices.contains(index), index > 0, atoms[index].start == atoms[index - 1].end else {
            return nil
        }
        return atoms[index]
    }

    private static func single(_ atoms: [Atom], at start: Int) -> Numeral? {
        guard atoms.indices.contains(start) else { return nil }
        return atoms[start].tag == "SN" ? digits(atoms, at: start) : words(atoms, at: start)
    }

    private static func digits(_ atoms: [Atom], at start: Int) -> Numeral? {
        var numeral = Numeral(key: atoms[start].form, end: start + 1)
        while let mark = atom(atoms, touching: numeral.end),
            let next = atom(atoms, touching: numeral.end + 1),
            next.tag == "SN", mark.form == "." || mark.form == "," && next.form.count == 3
        {
            numeral.key += (mark.form == "," ? "" : ".") + next.form
            numeral.end += 2
        }
        var unit = ""
        while let next = atom(atoms, touching: numeral.end), ["NR", "NNG", "MM"].contains(next.tag),
            KoreanNumber.isPower(next.form)
        {
            unit += next.form
            numeral.end += 1
        }
        if !unit.isEmpty, let factor = KoreanNumber.value(unit), let number = Double(numeral.key),
            let product = Int(exactly: (number * Double(factor)).rounded())
        {
            numeral.key = String(product)
        }
        return numeral
    }

    /// 열두, 이백오십, which the dictionary takes for several words.
    private static func words(_ atoms: [Atom], at start: Int) -> Numeral? {
        // 이 강아지: "this".
        if atoms[start].tag == "MM", atoms[start].form == "이" { return nil }
        guard ["MM", "NR"].contains(atoms[start].tag) || isNumberAhead(atoms, at: start) else { return nil }
        var found: Numeral?
        var key = ""
        for end in start..<min(atoms.count, start + 8) {
            let atom = atoms[end]
            guard ["MM", "NR", "NNG"].contains(atom.tag), end == start || atom.start == atoms[end - 1].end
            else { break }
            key += atom.form
            if KoreanNumber.value(key) != nil { found = Numeral(key: key, end: end + 1) }
        }
        return found
    }

    /// A noun that is a number with what touches it: 구십.
    private static func isNumberAhead(_ atoms: [Atom], at start: Int) -> Bool {
        atoms[start].tag == "NNG" && atom(atoms, touching: start + 1).map { $0.tag == "NR" } == true
    }

    /// 10~20, 3-4 before a counter.
    private mutating func joinRange(_ atoms: [Atom]) {
        guard let mark = Self.atom(atoms, touching: end), ["~", "∼", "〜", "-", "–"].contains(mark.form),
            let upper = Self.single(atoms, at: end + 1), atoms[end + 1].start == mark.end,
            ["~", "∼", "〜"].contains(mark.form)
                || atoms.indices.contains(upper.end) && atoms[upper.end].tag == "NNBC"
        else { return }
        key += "~" + upper.key
        end = upper.end
    }
}
