import Domain

/// A clause that a person put into prompts, or took out of them, with where that was.
struct Wish {
    /// What stood in the end; empty when a clause was taken out.
    let to: String
    private(set) var support: [Category: Int] = [:]
    private(set) var reverted = 0
    private var slots: [String: Int] = [:]
    private var replaced: [String: Int] = [:]
    private var positions = 0

    init(to: String) { self.to = to }

    /// - Parameter position: Which change of its prompt it is, in the order of the text.
    mutating func count(_ change: EditedPrompt.Change, at position: Int, in category: Category) {
        positions += position
        support[category, default: 0] += 1
        slots[change.slot, default: 0] += 1
        replaced[change.from, default: 0] += 1
    }

    mutating func countReverted() { reverted += 1 }

    /// Where it stands among the changes of a prompt, in the mean.
    var position: Double { Double(positions) / Double(max(support.values.reduce(0, +), 1)) }
    /// The slot it was mostly put into.
    var slot: String { Self.byCount(slots).first ?? EditRule.noSlot }
    /// Whether it was put in where nothing gave way.
    var isAdded: Bool { replaced[""] != nil }
    /// What gave way, the most usual first.
    var gaveWay: [String] { Self.byCount(replaced).filter { !$0.isEmpty } }
    /// What gave way most often; empty when it was mostly added.
    var usualFrom: String { Self.byCount(replaced).first ?? "" }

    private static func byCount(_ counts: [String: Int]) -> [String] {
        counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
    }
}
