/// What ours and the others took for the pairs, and how much their edits touch.
struct DiffFigures: Sendable {
    private let pairs: [EditPair]
    /// Microseconds of every pair, a list for each round.
    private var ours: [[Double]] = []
    private var peers: [DiffPeer.Name: [[Double]]] = [:]
    private var ourSizes: [EditSize] = []
    private var peerSizes: [DiffPeer.Name: [EditSize]] = [:]

    init(pairs: [EditPair]) { self.pairs = pairs }

    mutating func addOurs(_ answers: [(microseconds: Double, size: EditSize)]) {
        ours.append(answers.map(\.microseconds))
        ourSizes = answers.map(\.size)
    }

    mutating func add(_ answers: [DiffPeer.Answer], of name: DiffPeer.Name) {
        peers[name, default: []].append(answers.map(\.microseconds))
        peerSizes[name] = zip(answers, pairs).map { EditSize($0.operations, of: $1) }
    }

    /// Pairs that share a row: all, Korean ones, and each kind in the order of the file.
    private var groups: [(name: String, members: [Int])] {
        var kinds: [String] = []
        for kind in pairs.compactMap(\.kind) where !kinds.contains(kind) { kinds.append(kind) }
        let all = ("all pairs", Array(pairs.indices))
        let korean = ("Korean pairs", pairs.indices.filter { pairs[$0].isKorean })
        let byKind = kinds.map { kind in (kind, pairs.indices.filter { pairs[$0].kind == kind }) }
        return [all, korean] + byKind
    }

    /// A row for each group: the mean of its pairs, each with the median of its rounds, so that what else
    /// the machine does meanwhile hardly counts.
    func times(rounds: Int) -> TextTable {
        var table = TextTable(
            "Microseconds a pair: mean of the pairs, each the median of \(rounds) rounds in turn (difflib: 1 round)",
            head: [
                "", "pairs", "reprise", "fdmp", "fdmp, no clean-up", "difflib", "times fdmp",
                "times difflib",
            ])
        for (name, members) in groups where !members.isEmpty {
            let mean = { (rounds: [[Double]]) in
                members.reduce(0) { sum, pair in sum + (rounds.map { $0[pair] }.median ?? 0) }
                    / Double(members.count)
            }
            let own = mean(ours)
            let (semantic, plain, difflib) = (
                mean(peers[.semantic] ?? []), mean(peers[.plain] ?? []), mean(peers[.difflib] ?? [])
            )
            table.add(
                name, "\(members.count)", own.text(decimals: 1), semantic.text(decimals: 1),
                plain.text(decimals: 1), difflib.text(decimals: 1), (semantic / own).text(decimals: 1),
                (difflib / own).text(decimals: 1))
        }
        return table
    }

    /// Characters taken out and put in, mean of the pairs of each group.
    var sizes: TextTable {
        var table = TextTable(
            "Characters touched a pair, as people see them (in brackets: code points)",
            head: ["", "pairs", "reprise", "fdmp", "fdmp, no clean-up", "difflib"])
        for (name, members) in groups where !members.isEmpty {
            let cell = { (sizes: [EditSize]) in
                let sum = members.reduce(EditSize()) { $0 + sizes[$1] }
                let count = Double(members.count)
                return (Double(sum.graphemes) / count).text(decimals: 1)
                    + " (" + (Double(sum.codePoints) / count).text(decimals: 1) + ")"
            }
            let peer = { (name: DiffPeer.Name) in peerSizes[name].map(cell) ?? "" }
            table.add(
                name, "\(members.count)", cell(ourSizes), peer(.semantic), peer(.plain), peer(.difflib))
        }
        return table
    }
}
