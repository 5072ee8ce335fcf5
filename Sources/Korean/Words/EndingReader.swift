/// Reads the endings and auxiliaries behind a predicate's stem.
struct EndingReader {
    let atoms: [Atom]
    private(set) var index: Int
    private(set) var ending = Ending()

    /// Reads from `index`, the first atom behind the stem.
    init(_ atoms: [Atom], from index: Int) {
        self.atoms = atoms
        self.index = index
        while readOne() {}
    }

    private var current: Atom? { atoms.indices.contains(index) ? atoms[index] : nil }

    private mutating func readOne() -> Bool {
        guard let atom = current, !atom.followsSpace || atom.isEnding else { return false }
        switch atom.tag {
        case "EP":
            if ["았", "었", "였", "더"].contains(atom.form) { ending.tense = .past }
            if atom.form == "겠" { ending.tense = .future }
            index += 1
            return true
        case "EF":
            index += 1
            ending.form = .final
            let requests = ["세요", "십시오", "시오", "라", "줘", "어라", "아라"]
            if requests.contains(where: atom.form.hasSuffix) && atom.form != "더라" {
                ending.isRequest = true
            }
            return false
        case "ETM": return readAdnominal(atom)
        case "ETN":
            index += 1
            ending.form = .nominal
            return false
        case "EC": return readConnective(atom)
        default: return false
        }
    }

    private mutating func readAdnominal(_ atom: Atom) -> Bool {
        index += 1
        ending.form = .adnominal
        switch atom.form {
        case "ㄴ", "은", "던": ending.tense = .past
        case "ㄹ", "을": ending.tense = .future
        default: break
        }
        // -ㄹ 수 있다, with or without a particle.
        guard ending.tense == .future, current?.form == "수", current?.tag == "NNB" else { return false }
        let next = index + 1 < atoms.count && atoms[index + 1].isParticle ? index + 2 : index + 1
        guard next < atoms.count, ["있", "없"].contains(atoms[next].form) else { return false }
        ending.isAbility = true
        if atoms[next].form == "없" { ending.isNegated = true }
        ending.tense = .present
        index = next + 1
        return true
    }

    private mutating func readConnective(_ atom: Atom) -> Bool {
        index += 1
        ending.form = .connective
        ending.connective = atom.form
        // 지는 않는: a particle may stand between.
        var next = index
        if let particle = current, particle.isParticle, !particle.followsSpace { next += 1 }
        guard next < atoms.count, readAuxiliary(atoms[next], after: atom.form) else {
            // 보여줘, 먹어: a connective ending with nothing behind it ends the sentence.
            if atom.form == "다" || current.map({ $0.tag == "SF" }) ?? true { ending.form = .final }
            return false
        }
        index = next + 1
        ending.form = .final
        return true
    }

    private mutating func readAuxiliary(_ atom: Atom, after connective: String) -> Bool {
        guard atom.isPredicate else { return false }
        let joins = ["아", "어", "여", "아서", "어서"].contains(connective)
        switch (connective, atom.form) {
        case ("고", "있"), ("고", "계시"): ending.isProgressive = true
        case ("지", "않"), ("지", "못하"), ("지", "말"), ("지", "아니하"), ("ㄹ지", "않"), ("ㄹ지", "못하"), ("질", "않"):
            ending.isNegated = true
            if atom.form == "말" { ending.isRequest = true }
        case ("려고", "하"), ("으려고", "하"), ("려", "하"), ("으려", "하"), ("고자", "하"): ending.isAttempt = true
        case ("고", "싶"): ending.isWish = true
        case (_, "있") where joins: ending.isResult = true
        case (_, "지") where joins && atom.tag == "VX": ending.isBecoming = true
        case ("아야", "하"), ("어야", "하"), ("여야", "하"), ("야", "하"), ("아야", "되"), ("어야", "되"), ("여야", "되"):
            ending.tense = .present
        case (_, "주"), (_, "드리"):
            guard joins else { return false }
            ending.isRequest = true
        case (_, "버리"), (_, "보"), (_, "내"), (_, "놓"), (_, "두"), (_, "가"), (_, "오"), (_, "대"), (_, "나가"):
            return joins && atom.tag == "VX"
        default: return false
        }
        return true
    }
}
