import Diffing
import Domain

/// `bench diff`: ours beside fast-diff-match-patch and difflib on the same pairs, in the same run.
///
/// Its calls block, so it is for a thread that may wait.
struct DiffBench: Benchmark {
    let settings: Settings
    let pairs: [EditPair]
    let rounds: Int
    /// Where the plot of the growth goes; nil without one.
    let plot: String?
    let children: Children
    let shell: Shell

    func run() throws(BenchError) {
        let figures = try measure()
        shell.print(figures.times(rounds: rounds).text)
        shell.print(figures.sizes.text)
        shell.say("texts of growing length and distance")
        let growth = Growth.measured(rounds: rounds)
        shell.print(growth.table.text)
        shell.print(growth.sentence)
        if let plot { try growth.plot.write(to: plot) }
        shell.say("texts of a megabyte")
        shell.print(HostileTexts.table(rounds: rounds).text)
    }

    private func measure() throws(BenchError) -> DiffFigures {
        let folder = try TemporaryFolder()
        let peer = try DiffPeer(
            PeerScript("diff_peers.py", settings), pairs: pairs, folder: folder.path, among: children)
        var figures = DiffFigures(pairs: pairs)
        for round in 1...rounds {
            shell.say("\(pairs.count) pairs, round \(round) of \(rounds)")
            figures.addOurs(compare())
            for name in DiffPeer.Name.allCases where name != .difflib || round == 1 {
                figures.add(try peer.answers(by: name), of: name)
            }
        }
        return figures
    }

    private func compare() -> [(microseconds: Double, size: EditSize)] {
        let differ = Differ()
        let clock = ContinuousClock()
        return pairs.map { pair in
            let start = clock.now
            let diff = differ.diff(pair.old, pair.new)
            let time = clock.now - start
            return (time.inMilliseconds * 1000, EditSize(diff))
        }
    }
}
