/// A label of a metric with every value it can take.
///
/// The set is closed, so that nothing a user types ever becomes a new series: a value that is not in
/// it counts as ``other``.
package struct Label: Sendable, Hashable {
    /// What stands for every value outside the set.
    package static let other = "other"

    package let name: String
    package let values: [String]
    private let known: Set<String>

    /// Declares a label.
    ///
    /// - Parameters:
    ///   - name: Letters, digits and underscores, not reserved; anything else is a programming error.
    ///   - values: Every value that is told apart.
    package init(_ name: String, _ values: [String]) {
        precondition(MetricName.isLabel(name), "No name for a label: \(name)")
        self.name = name
        self.values = values
        known = Set(values)
    }

    /// Declares a label whose values are the cases of an enumeration.
    package init<Value>(_ name: String, _ type: Value.Type)
    where Value: CaseIterable & RawRepresentable<String> {
        self.init(name, type.allCases.map(\.rawValue))
    }

    func admitted(_ value: String) -> String { known.contains(value) ? value : Self.other }
}
