/// Confusions that only the words around them show.
extension AtomRepair {
    /// 길 건너는, 산 위로, 손바닥만 한, 금메달을 딴.
    static func mendPhrases(_ atoms: [Atom]) -> [Atom] {
        var result: [Atom] = []
        var index = 0
        while index < atoms.count {
            if let (mended, length) = crossing(atoms, at: index) ?? mountain(atoms, at: index, result.last)
                ?? likeness(atoms, at: index) ?? attempt(atoms, at: index)
            {
                result += mended
                index += length
            } else {
                result.append(atoms[index])
                index += 1
            }
        }
        return result
    }

    private static func forms(_ atoms: [Atom], _ index: Int, _ count: Int) -> [String] {
        atoms[index...].prefix(count).map(\.form)
    }

    /// 길 건너는, which the dictionary takes for "long, as for it, you".
    private static func crossing(_ atoms: [Atom], at index: Int) -> ([Atom], Int)? {
        if forms(atoms, index, 2) == ["길", "ㄹ"], let (verb, length) = crossing(atoms, at: index + 2) {
            return (atoms[index].taken(apart: [("길", "NNG")]) + verb, length + 2)
        }
        guard index < atoms.count, atoms[index].tag == "NNB",
            let you = atoms[index...].prefix(3).firstIndex(where: { $0.form == "너" && $0.tag == "NP" }),
            atoms[you].start == atoms[index].end, atoms.indices.contains(you + 1), atoms[you + 1].form == "는"
        else { return nil }
        var verb = Atom(atoms[index], through: atoms[you])
        (verb.form, verb.tag) = ("건너", "VV")
        var ending = atoms[you + 1]
        ending.tag = "ETM"
        return ([verb, ending], you + 2 - index)
    }

    private static let attempts: Set = ["성공", "실패", "집중", "도움", "몰두", "열중", "도전", "익숙"]

    /// 자전거를 타는 데 성공한: "in riding a bicycle".
    private static func attempt(_ atoms: [Atom], at index: Int) -> ([Atom], Int)? {
        guard index + 2 < atoms.count, atoms[index].form == "는", atoms[index].tag == "ETM",
            atoms[index + 1].form == "데", atoms[index + 1].tag == "NNB",
            attempts.contains(atoms[index + 2].form)
        else { return nil }
        return (
            atoms[index].taken(apart: [("기", "ETN")]) + atoms[index + 1].taken(apart: [("에", "JKB")]), 2
        )
    }

    private static let positions: Set = [
        "위", "아래", "밑", "속", "앞", "뒤", "옆", "너머", "중턱", "정상", "꼭대기", "기슭", "봉우리", "능선",
    ]

    /// 산 위로: a mountain, and nobody who lived.
    private static func mountain(_ atoms: [Atom], at index: Int, _ before: Atom?) -> ([Atom], Int)? {
        guard index + 2 < atoms.count, ["살", "사"].contains(atoms[index].form), atoms[index].tag == "VV",
            atoms[index + 1].form == "ㄴ", atoms[index + 1].start == atoms[index].start,
            positions.contains(atoms[index + 2].form), before?.tag != "JKO"
        else { return nil }
        return (atoms[index].taken(apart: [("산", "NNG")]), 2)
    }

    /// 손바닥만 한 강아지 is as big as a palm; 고양이만 한 마리 counts.
    private static func likeness(_ atoms: [Atom], at index: Int) -> ([Atom], Int)? {
        guard index > 0, index + 2 < atoms.count, atoms[index].form == "만", atoms[index].isParticle,
            atoms[index + 1].form == "한", atoms[index + 1].tag == "MM", atoms[index + 1].followsSpace,
            ["NNG", "NNP"].contains(atoms[index + 2].tag), !counted.contains(atoms[index + 2].form)
        else { return nil }
        return (
            atoms[index].taken(apart: [("만큼", "JKB")])
                + atoms[index + 1].taken(apart: [("크", "VA"), ("ㄴ", "ETM")]), 2
        )
    }

    private static let counted: Set = ["사람", "명", "마리", "개", "번", "잔", "병", "줄", "송이", "그루"]

    /// 금메달을 딴: won, and no other.
    static func mendPlucked(_ atoms: inout [Atom], at index: Int) {
        guard index > 0, atoms[index].form == "딴", atoms[index].tag == "MM", atoms[index - 1].tag == "JKO"
        else { return }
        let parts = atoms[index].taken(apart: [("따", "VV"), ("ㄴ", "ETM")])
        atoms.replaceSubrange(index...index, with: parts)
    }
}
