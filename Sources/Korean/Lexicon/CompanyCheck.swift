/// Whether every sense can be chosen: none stands there twice, none hides behind a wider one.
struct CompanyCheck {
    private var earlier: [String: [(row: LexiconFile.Row, condition: Condition)]] = [:]

    mutating func complaints(about row: LexiconFile.Row) -> [String] {
        let condition = row.condition
        let key = row.table + " " + row.key
        defer { earlier[key, default: []].append((row, condition)) }
        guard let wider = earlier[key]?.first(where: { condition.isImplied(over: $0.condition) }) else {
            return []
        }
        let place = "\(wider.row.file):\(wider.row.line)"
        let isTwice = wider.row.when == row.when || !["noun", "predicate"].contains(row.table)
        return [isTwice ? "stands at \(place) already" : "is never chosen: \(place) always fits first"]
    }
}

extension Condition {
    /// Whether another sense, which comes first, holds whenever this one does.
    ///
    /// A sense without a condition comes last, so it hides only its like.
    fileprivate func isImplied(over other: Condition) -> Bool {
        guard isEmpty == other.isEmpty else { return false }
        return other.requirements.allSatisfy { wide in
            requirements.contains { $0.role == wide.role && $0.alternatives.isSubset(of: wide.alternatives) }
        }
    }
}
