/// Reads the endings and auxiliaries behind a predicate's stem.
struct EndingReader {
    let atoms: [Atom]
    private(set) var index: Int
    private(set) var ending = Ending()
    /// Whether what was read last is a quality, such as 같다.
    private var isStative = false
    /// -아 주다: asks for it unless it tells, as 주는 and 준다 do.
    private var gives: Bool

    /// Reads from `index`, the first atom behind the stem.
    ///
    /// - Parameter gives: Whether the stem ends in -어 주다 already, as 보여주다 does.
    init(_ atoms: [Atom], from index: Int, gives: Bool = false) {
        self.atoms = atoms
        self.index = index
        self.gives = gives
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
            let requests = ["세요", "십시오", "시오", "라", "줘", "어라", "아라", "래", "래요"]
            let isAsked = gives && !atom.form.hasSuffix("다")
            if isAsked || requests.contains(where: atom.form.hasSuffix) && atom.form != "더라" {
                ending.isRequest = true
            }
            return false
        case "ETM": return readAdnominal(atom)
        case "ETN":
            index += 1
            ending.form = .nominal
            return atom.form == "기" && readStart()
        case "EC": return readConnective(atom)
        default: return false
        }
    }

    private mutating func readAdnominal(_ atom: Atom) -> Bool {
        index += 1
        ending.form = .adnominal
        switch atom.form {
        // 울 것 같은, 보고 싶은: what it hangs on is no verb.
        case "ㄴ" where isStative, "은" where isStative: ending.tense = .present
        case "ㄴ", "은", "던": ending.tense = .past
        case "ㄹ", "을": ending.tense = .future
        // 잠들려는: about to.
        case "려는", "으려는", "려던", "으려던": ending.isAttempt = true
        default: break
        }
        return readPeriphrasis()
    }

    /// A dependent noun with its predicate, such as 수 있다: what they say together.
    private mutating func readPeriphrasis() -> Bool {
        guard let noun = current, noun.tag.hasPrefix("NNB") || noun.isPredicate else { return false }
        if noun.form == "듯하" { return take(through: index + 1, from: ending.tense) }
        let next = index + 1 < atoms.count && atoms[index + 1].isParticle ? index + 2 : index + 1
        guard atoms.indices.contains(next) else { return false }
        let isFuture = ending.tense == .future
        switch (noun.form, atoms[next].form) {
        case ("수", "있"), ("수", "없"), ("줄", "알"), ("줄", "모르"):
            guard isFuture else { return false }
            ending.isAbility = true
            ending.isNegated = ["없", "모르"].contains(atoms[next].form)
        case ("만", "하") where isFuture: break
        case ("적", "있") where ending.tense == .past: break
        case ("적", "없") where ending.tense == .past:
            (ending.isNegated, ending.isNever) = (true, true)
        case ("척", "하"), ("체", "하"), ("양", "하"): ending.isPretence = true
        case ("뻔", "하"): ending.isNarrow = true
        case ("것", "같"), ("거", "같"), ("듯", "하"): return take(through: next + 1, from: ending.tense)
        default: return false
        }
        ending.tense = .present
        index = next + 1
        return true
    }

    /// -ㄹ 것 같다 says that it is about to happen, -는 것 같다 that it looks so.
    private mutating func take(through end: Int, from tense: Ending.Tense) -> Bool {
        if tense == .future { ending.isImminent = true } else { ending.isLikeness = true }
        isStative = true
        ending.tense = .present
        index = end
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
            // 타다 넘어진: short for 타다가.
            if atom.form == "다", index > 1, atoms[index - 2].tag == "VV", let verb = current,
                verb.tag == "VV", verb.followsSpace
            {
                ending.connective = "다가"
                return false
            }
            // 보여줘, 먹어: a connective ending with nothing behind it ends the sentence.
            if atom.form.hasSuffix("다") || current.map({ $0.tag == "SF" }) ?? true {
                ending.form = .final
                if gives, !atom.form.hasSuffix("다") { ending.isRequest = true }
            }
            return false
        }
        index = next + 1
        ending.form = .final
        return true
    }

    /// 피기 시작하다.
    private mutating func readStart() -> Bool {
        guard let start = current, ["시작", "시작하"].contains(start.form) else { return false }
        let isWhole = start.form == "시작하"
        guard isWhole || index + 1 < atoms.count && ["하", "되"].contains(atoms[index + 1].form) else {
            return false
        }
        ending.isStart = true
        ending.form = .final
        index += isWhole ? 1 : 2
        return true
    }

    /// -게 해 주세요 asks; only -게 하다 that tells makes somebody do it.
    private func asks(from index: Int) -> Bool {
        atoms[min(index, atoms.count)...].prefix(4).contains { ["주", "주세요", "줘", "드리"].contains($0.form) }
    }

    private mutating func readAuxiliary(_ atom: Atom, after connective: String) -> Bool {
        guard atom.isPredicate else { return false }
        let joins = ["아", "어", "여", "아서", "어서"].contains(connective)
        switch (connective, atom.form) {
        case ("고", "있"), ("고", "계시"): ending.isProgressive = true
        case ("지", "않"), ("지", "못하"), ("지", "말"), ("지", "아니하"), ("ㄹ지", "않"), ("ㄹ지", "못하"), ("질", "않"):
            ending.isNegated = true
            if atom.form == "말" { ending.isRequest = true }
            if atom.form == "못하" { ending.isAbility = true }
        case ("게", "하"), ("게", "만들"), ("도록", "하"), ("도록", "만들"):
            guard !asks(from: index + 1) else { return false }
            ending.isCaused = true
        case ("게", "되"): ending.isOutcome = true
        case ("고", "나") where atom.tag == "VX": ending.isCompleted = true
        case (_, "보이") where joins: ending.isLook = true
        case ("려고", "하"), ("으려고", "하"), ("려", "하"), ("으려", "하"), ("고자", "하"): ending.isAttempt = true
        case ("고", "싶"): (ending.isWish, isStative) = (true, true)
        case (_, "있") where joins: ending.isResult = true
        case (_, "지") where joins && atom.tag == "VX": ending.isBecoming = true
        case ("아야", "하"), ("어야", "하"), ("여야", "하"), ("야", "하"), ("아야", "되"), ("어야", "되"), ("여야", "되"):
            ending.tense = .present
        case (_, "주"), (_, "드리"):
            guard joins else { return false }
            gives = true
        default: return joins && atom.tag == "VX"
        }
        return true
    }
}
