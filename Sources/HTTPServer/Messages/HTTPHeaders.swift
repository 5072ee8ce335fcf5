/// Header fields in their order, with names that ignore ASCII case (RFC 9110, section 5).
package struct HTTPHeaders: Sendable, Hashable {
    /// One field line.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The field lines as they came or will be sent.
    package private(set) var fields: [Field] = []

    /// Creates headers without a field.
    package init() {}

    /// Adds a line and keeps those of the same name.
    package mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Replaces all lines of this name with one.
    package mutating func set(_ name: String, _ value: String) {
        fields.removeAll { $0.name.equalsIgnoringCase(name) }
        add(name, value)
    }

    /// Whether there is a line of this name.
    package func has(_ name: String) -> Bool { fields.contains { $0.name.equalsIgnoringCase(name) } }

    /// All values of this name, in their order.
    package func values(_ name: String) -> [String] {
        fields.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
    }

    /// The first value of this name; setting it replaces all lines of the name.
    package subscript(_ name: String) -> String? {
        get { fields.first { $0.name.equalsIgnoringCase(name) }?.value }
        set {
            if let newValue {
                set(name, newValue)
            } else {
                fields.removeAll { $0.name.equalsIgnoringCase(name) }
            }
        }
    }

    mutating func reserve(_ count: Int) { fields.reserveCapacity(count) }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }
}
