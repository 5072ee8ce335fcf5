import CMeCab

/// What a space on the left costs each part of speech.
///
/// mecab-ko, the Korean fork of MeCab, reads `left-space-penalty-factor` from the dictionary's `dicrc`:
/// a particle or an ending rarely follows a space. Stock MeCab does not know the setting, so the best
/// path is searched again over the lattice with the penalty added.
struct SpacePenalties {
    private let costs: [UInt16: Int]

    /// Reads the setting out of the text of a `dicrc`; without it nothing is penalised.
    init(dicrc: String) {
        let line = dicrc.split(separator: "\n").first { $0.hasPrefix("left-space-penalty-factor") }
        let numbers =
            line?.split(separator: "=").last?.split(separator: ",").compactMap {
                Int($0.filter { !$0.isWhitespace })
            } ?? []
        var costs: [UInt16: Int] = [:]
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            costs[UInt16(clamping: numbers[index])] = numbers[index + 1]
        }
        self.costs = costs
    }

    /// Runs the Viterbi search again and leaves the best path in the nodes' `prev`.
    func apply(to lattice: OpaquePointer, byteCount: Int) {
        guard !costs.isEmpty else { return }
        for position in 0...byteCount {
            var node = mecab_lattice_get_begin_nodes(lattice, position)
            while let current = node {
                relax(current)
                node = current.pointee.bnext
            }
        }
        if let end = mecab_lattice_get_eos_node(lattice) { relax(end) }
    }

    private func relax(_ node: UnsafeMutablePointer<mecab_node_t>) {
        var path = node.pointee.lpath
        guard path != nil else { return }
        var best: (cost: Int, previous: UnsafeMutablePointer<mecab_node_t>)?
        while let current = path {
            if let left = current.pointee.lnode {
                let cost = left.pointee.cost + Int(current.pointee.cost)
                // The list runs backwards: with <= a tie goes to the node that MeCab itself would take.
                if best.map({ cost <= $0.cost }) ?? true { best = (cost, left) }
            }
            path = current.pointee.lnext
        }
        guard let best else { return }
        node.pointee.prev = best.previous
        node.pointee.cost = best.cost + penalty(of: node.pointee)
    }

    private func penalty(of node: mecab_node_t) -> Int {
        node.rlength == node.length ? 0 : costs[node.posid] ?? 0
    }
}
