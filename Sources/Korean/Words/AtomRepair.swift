/// Mends the few confusions that the dictionary makes again and again.
enum AtomRepair {
    static func repaired(_ atoms: [Atom]) -> [Atom] {
        var atoms = atoms
        for index in atoms.indices {
            mendPrefix(&atoms, at: index)
            mendVerb(&atoms, at: index)
        }
        return atoms
    }

    /// A prefix before a space is a noun: 비 오는.
    private static func mendPrefix(_ atoms: inout [Atom], at index: Int) {
        guard atoms[index].tag == "XPN", index + 1 == atoms.count || atoms[index + 1].followsSpace else {
            return
        }
        atoms[index].tag = "NNG"
    }

    /// 훨훨, 살금살금: half of the word twice.
    private static func isMimetic(_ form: String) -> Bool {
        form.count >= 2 && form.count.isMultiple(of: 2)
            && form.prefix(form.count / 2) == form.suffix(form.count / 2)
    }

    private static let verbs = [
        "나": "날", "오": "오", "사": "사", "자": "자", "노": "놀", "우": "울", "기": "기", "내리": "내리",
    ]

    /// 나는 after a subject, an object or a mimetic such as 훨훨 is no "I" but "flying"; 오는 after rain and snow is no "five".
    private static func mendVerb(_ atoms: inout [Atom], at index: Int) {
        guard index > 0, index + 2 < atoms.count, atoms[index + 1].form == "는",
            atoms[index + 1].isParticle, !atoms[index + 1].followsSpace, atoms[index].followsSpace,
            atoms[index + 2].followsSpace, let stem = verbs[atoms[index].form], atoms[index].isNominal,
            atoms[index - 1].tag == "JKO" || atoms[index - 1].tag == "JKS" && stem == "날"
                || isMimetic(atoms[index - 1].form)
                || ["비", "눈"].contains(atoms[index - 1].form)
        else { return }
        atoms[index].form = stem
        atoms[index].tag = "VV"
        atoms[index + 1].tag = "ETM"
    }
}
