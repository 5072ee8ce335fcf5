package import Domain

extension JSONValue {
    /// The value that a pointer leads to (RFC 6901); nil when nothing is there.
    package subscript(pointer: JSONPointer) -> JSONValue? { try? value(at: pointer) }

    func value(at pointer: JSONPointer) throws(JSONPatch.Refusal) -> JSONValue {
        var value = self
        for token in pointer.tokens {
            switch value {
            case .object(let members):
                guard let member = members[token] else { throw JSONPatch.Refusal(.notFound(pointer)) }
                value = member
            case .array(let values):
                value = values[try values.index(token, upTo: values.count - 1, in: pointer)]
            default: throw JSONPatch.Refusal(.notFound(pointer))
            }
        }
        return value
    }

    /// Changes the value that a pointer leads to, without a copy of what lies around it.
    mutating func change(
        at pointer: JSONPointer, _ change: (inout JSONValue) throws(JSONPatch.Refusal) -> Void
    ) throws(JSONPatch.Refusal) {
        try self.change(at: pointer, pointer.tokens[...], change)
    }

    private mutating func change(
        at pointer: JSONPointer, _ rest: ArraySlice<String>,
        _ change: (inout JSONValue) throws(JSONPatch.Refusal) -> Void
    ) throws(JSONPatch.Refusal) {
        guard let token = rest.first else { return try change(&self) }
        switch taken() {
        case .object(var members):
            let found: Void? = try members.update(token) { (member) throws(JSONPatch.Refusal) in
                try member.change(at: pointer, rest.dropFirst(), change)
            }
            guard found != nil else { throw JSONPatch.Refusal(.notFound(pointer)) }
            self = .object(members)
        case .array(var values):
            let index = try values.index(token, upTo: values.count - 1, in: pointer)
            try values[index].change(at: pointer, rest.dropFirst(), change)
            self = .array(values)
        default: throw JSONPatch.Refusal(.notFound(pointer))
        }
    }

    /// Takes the value out, so that what is inside has one owner and changes where it stands.
    mutating func taken() -> JSONValue {
        let value = self
        self = .null
        return value
    }
}

extension [JSONValue] {
    /// Reads an index: digits without a leading zero (RFC 6901, section 4).
    func index(_ token: String, upTo last: Int, in pointer: JSONPointer) throws(JSONPatch.Refusal) -> Int {
        let isNumber = !token.isEmpty && token.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, token == "0" || token.utf8.first != 0x30, let index = Int(token), index <= last else {
            throw JSONPatch.Refusal(.badIndex(token, count: count, pointer))
        }
        return index
    }
}
