/// The members of a JSON object: each name once, in the order in which they came.
package struct JSONObject: Sendable {
    /// A name that is only the same when its bytes are.
    struct Name: Sendable, Hashable {
        let text: String

        init(_ text: String) { self.text = text }

        static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

        func hash(into hasher: inout Hasher) {
            for byte in text.utf8 { hasher.combine(byte) }
        }
    }

    private struct Member: Sendable {
        let place: Int
        var value: JSONValue
    }

    private var members: [Name: Member] = [:]
    private var nextPlace = 0

    package init() {}

    /// - Parameter members: Of a name that comes twice, the later value counts.
    package init(_ members: [(String, JSONValue)]) {
        for (name, value) in members { self[name] = value }
    }

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }

    /// The names in no order.
    package var names: [String] { members.keys.map(\.text) }

    /// Names and values in order.
    package var inOrder: [(name: String, value: JSONValue)] {
        members.sorted { $0.value.place < $1.value.place }.map { ($0.key.text, $0.value.value) }
    }

    /// The value of a name; nil is no member, which is something else than `null`.
    package subscript(name: String) -> JSONValue? {
        get { members[Name(name)]?.value }
        set {
            let name = Name(name)
            guard let newValue else {
                members[name] = nil
                return
            }
            // In place, so that a change deep inside does not copy what lies around it.
            guard (members[name]?.value = newValue) == nil else { return }
            members[name] = Member(place: nextPlace, value: newValue)
            nextPlace += 1
        }
    }

    /// Changes a member where it stands; returns nil, without calling, when there is none.
    package mutating func update<Result, Failure: Error>(
        _ name: String, _ change: (inout JSONValue) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let index = members.index(forKey: Name(name)) else { return nil }
        return try change(&members.values[index].value)
    }
}

extension JSONObject: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        left.count == right.count
            && left.members.allSatisfy { right.members[$0.key]?.value == $0.value.value }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(members.mapValues(\.value))
    }
}
