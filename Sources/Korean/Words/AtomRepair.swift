/// Mends the few confusions that the dictionary makes again and again.
enum AtomRepair {
    static func repaired(_ atoms: [Atom]) -> [Atom] {
        var atoms = joinedFamilies(atoms)
        for index in atoms.indices {
            mendPrefix(&atoms, at: index)
            mendVerb(&atoms, at: index)
            mendPlucked(&atoms, at: index)
        }
        return mendPhrases(mendEndings(atoms))
    }

    /// 남궁 + 민수: one name.
    private static func joinedFamilies(_ atoms: [Atom]) -> [Atom] {
        var result: [Atom] = []
        for atom in atoms {
            if let last = result.last, last.tag == "NNP", atom.tag == "NNP", last.end == atom.start,
                last.form.count == 2, (1...2).contains(atom.form.count),
                Romanization.person(last.form + atom.form) != nil
            {
                var joined = Atom(last, through: atom)
                joined.form = last.form + atom.form
                result[result.count - 1] = joined
            } else {
                result.append(atom)
            }
        }
        return result
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
        "나": "날", "오": "오", "사": "사", "자": "자", "노": "놀", "우": "울", "기": "기", "내리": "내리", "너": "널",
        "이": "일", "부": "불",
    ]

    /// 나는 after a subject, an object or an adverb such as 훨훨 is no "I" but "flying"; 오는 after rain and
    /// snow is no "five".
    private static func mendVerb(_ atoms: inout [Atom], at index: Int) {
        guard index > 0, index + 2 < atoms.count, atoms[index + 1].form == "는",
            atoms[index + 1].isParticle, !atoms[index + 1].followsSpace, atoms[index].followsSpace,
            atoms[index + 2].followsSpace, let stem = verbs[atoms[index].form], atoms[index].isNominal,
            allowsVerb(after: atoms[index - 1], stem: stem)
        else { return }
        let rises = index > 1 && stem == "날" && rising.contains(atoms[index - 2].form)
        atoms[index].form = rises ? "나" : stem
        atoms[index].tag = "VV"
        atoms[index + 1].tag = "ETM"
    }

    /// What comes out and does not fly.
    private static let rising: Set = [
        "김", "연기", "냄새", "향기", "향", "소리", "빛", "윤", "윤기", "광택", "땀", "눈물", "열", "불", "화", "싹", "털", "수염",
        "이", "이빨", "새싹", "구멍", "상처", "피", "고장", "맛", "힘", "신", "겁", "사고", "여드름", "잎", "빵냄새",
    ]

    private static func allowsVerb(after atom: Atom, stem: String) -> Bool {
        if atom.tag == "JKO" || isMimetic(atom.form) || ["비", "눈"].contains(atom.form) { return true }
        if stem == "날" {
            return ["JKS", "JKB", "MAG"].contains(atom.tag) || ["높이", "멀리", "낮게"].contains(atom.form)
        }
        return stem == "불" && atom.tag == "JKS"
    }

    /// 신지 않고, which the dictionary takes for a noun and 이다.
    private static func isNegatedVerb(_ atoms: [Atom], at index: Int) -> Bool {
        index > 0 && index + 2 < atoms.count && atoms[index].tag == "VCP"
            && ["지", "ㄴ지"].contains(atoms[index + 1].form) && atoms[index + 1].isEnding
            && ["않", "못하", "말"].contains(atoms[index + 2].form)
            && atoms[index - 1].isNominal && atoms[index].start == atoms[index - 1].start
    }

    /// 시 with ㄴ is 신.
    private static func withFinalN(_ stem: String) -> String {
        guard let last = stem.unicodeScalars.last, (last.value - 0xAC00) % 28 == 0,
            let full = Unicode.Scalar(last.value + 4)
        else { return stem }
        return String(stem.dropLast()) + String(Character(full))
    }

    private static let beforeMoment = ["올": "오", "불": "불", "갈": "가", "필": "피", "질": "지", "날": "날", "울": "울"]
    private static let moments: Set = ["때", "때마다", "무렵", "즈음"]

    /// 눈이 올 때, 바람이 불 때마다; 비가 오는데도.
    private static func mendEndings(_ atoms: [Atom]) -> [Atom] {
        var result: [Atom] = []
        for (index, atom) in atoms.enumerated() {
            let next = atoms.indices.contains(index + 1) ? atoms[index + 1] : nil
            if isNegatedVerb(atoms, at: index) {
                let stem = atoms[index - 1].form
                result[result.count - 1].form = atoms[index + 1].form == "지" ? stem : withFinalN(stem)
                result[result.count - 1].tag = "VV"
            } else if atom.form == "ㄴ지", index > 0, isNegatedVerb(atoms, at: index - 1) {
                result.append(atom)
                result[result.count - 1].form = "지"
            } else if let stem = beforeMoment[atom.form], !atom.isPredicate, !atom.isEnding,
                next.map({ moments.contains($0.form) }) == true, result.last?.tag == "JKS"
            {
                result += atom.taken(apart: [(stem, "VV"), ("ㄹ", "ETM")])
            } else if atom.tag == "NNB", atom.form == "데", next?.form == "도", result.last?.tag == "ETM",
                result.last?.end == atom.start
            {
                result[result.count - 1].tag = "EC"
                result[result.count - 1].form = "는데도"
            } else if atom.form == "도", atom.isParticle,
                result.last?.form == "는데도" || result.last?.form == "는데",
                result.last?.tag == "EC", atoms[index - 1].end == atom.start
            {
                result[result.count - 1].form = "는데도"
            } else if atom.form == "이", atom.tag == "NR", index > 0, atoms[index - 1].tag == "SN",
                atoms[index - 1].end == atom.start, next?.followsSpace == true
            {
                // 3분의 1이 잠긴: no two.
                result.append(atom)
                result[result.count - 1].tag = "JKS"
            } else if atom.tag.hasPrefix("N"), let noun = weather[atom.form], next?.form == "는" {
                // 비오는날, which the dictionary takes for a name.
                result += atom.taken(apart: [(noun, "NNG"), ("오", "VV")])
            } else {
                result.append(atom)
            }
            if result.count > 1, result[result.count - 1].form == "는", result[result.count - 2].form == "오",
                result[result.count - 2].tag == "VV", result[result.count - 1].isParticle
            {
                result[result.count - 1].tag = "ETM"
            }
        }
        return result
    }

    private static let weather = ["비오": "비", "눈오": "눈"]
}
