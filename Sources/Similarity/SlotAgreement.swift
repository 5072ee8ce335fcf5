import Domain

/// How far two scenes agree, slot by slot.
struct SlotAgreement {
    /// One slot in which both say the same.
    struct Shared {
        let slot: Slot
        /// What the query and the entry say, the query's first.
        let items: [(query: SlotItem, entry: SlotItem)]
        /// What it adds to ``SlotAgreement/value``.
        let strength: Double
    }

    /// The agreement over the slots that the query fills, 0...1; nil when it fills none.
    let value: Double?
    let shared: [Shared]
    /// What the entry shows in slots that both fill and in which nothing is the same.
    let differences: [String]
    /// Whether one side excludes what the other is about.
    let isContradicted: Bool

    init(query: Scene, entry: Scene) {
        var filled = 0.0
        var agreed = 0.0
        var shared: [Shared] = []
        var differences: [String] = []
        for slot in Slot.allCases {
            let wanted = slot.items(of: query)
            guard !wanted.isEmpty else { continue }
            filled += slot.weight
            let offered = slot.items(of: entry)
            let pairs = Self.pairs(wanted, offered)
            if pairs.isEmpty { differences += offered.map(\.name) }
            let share = pairs.reduce(0) { $0 + $1.agreement } / Double(wanted.count)
            agreed += slot.weight * share
            guard !pairs.isEmpty else { continue }
            shared.append(
                Shared(slot: slot, items: pairs.map { ($0.query, $0.entry) }, strength: slot.weight * share))
        }
        value = filled > 0 ? agreed / filled : nil
        self.shared = shared
        self.differences = differences
        isContradicted = Self.excludes(query, subjectsOf: entry) || Self.excludes(entry, subjectsOf: query)
    }

    private typealias Pair = (query: SlotItem, entry: SlotItem, agreement: Double)

    /// Each wanted item with the one that agrees most with it.
    private static func pairs(_ wanted: [SlotItem], _ offered: [SlotItem]) -> [Pair] {
        wanted.compactMap { item in
            let best = offered.map { (item, $0, item.agreement(with: $0)) }.max { $0.2 < $1.2 }
            return best.flatMap { $0.2 > 0 ? $0 : nil }
        }
    }

    private static func excludes(_ scene: Scene, subjectsOf other: Scene) -> Bool {
        let excluded = scene.exclusions.map(SlotItem.init)
        return Slot.subject.items(of: other).contains { subject in
            excluded.contains { !$0.words.isDisjoint(with: subject.words) }
        }
    }
}
