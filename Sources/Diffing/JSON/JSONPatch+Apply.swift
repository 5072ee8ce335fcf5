package import Domain

extension JSONPatch {
    /// The most that one patch may copy or move down, in bytes of text and in values.
    package static let mostCopied = 16 << 20

    /// Applies all operations, or none.
    ///
    /// - Throws: ``JSONPatchError`` naming the operation that does not fit.
    package func apply(to document: JSONValue) throws(JSONPatchError) -> JSONValue {
        guard operations.count <= Self.mostOperations else {
            throw JSONPatchError(
                reason: .tooManyOperations(operations.count, most: Self.mostOperations), operation: nil)
        }
        var patching = Patching(document: document)
        for (index, operation) in operations.enumerated() {
            do throws(Refusal) {
                try patching.run(operation)
            } catch {
                throw JSONPatchError(reason: error.reason, operation: index)
            }
        }
        return patching.document
    }
}

/// A document while a patch is applied to it.
private struct Patching {
    var document: JSONValue
    /// What may still be copied: operations that double a value must not fill the memory.
    private var budget = JSONPatch.mostCopied

    init(document: JSONValue) { self.document = document }

    mutating func run(_ operation: JSONPatch.Operation) throws(JSONPatch.Refusal) {
        switch operation {
        case .add(let path, let value):
            try checkDepth(value, at: path)
            try add(value, at: path)
        case .remove(let path): _ = try remove(at: path)
        case .replace(let path, let value):
            try checkDepth(value, at: path)
            try document.change(at: path) { (place) throws(JSONPatch.Refusal) in place = value }
        case .move(let from, let path):
            guard !from.leads(to: path) || from == path else {
                throw JSONPatch.Refusal(.moveIntoItself(from))
            }
            let value = try document.value(at: from)
            guard from != path else { return }
            _ = try remove(at: from)
            // A value that does not sink cannot become too deep.
            if path.tokens.count > from.tokens.count { try weigh(value, at: path) }
            try add(value, at: path)
        case .copy(let from, let path):
            let value = try document.value(at: from)
            try weigh(value, at: path)
            try add(value, at: path)
        case .test(let path, let value):
            guard try document.value(at: path) == value else { throw JSONPatch.Refusal(.testFailed(path)) }
        }
    }

    private mutating func add(_ value: JSONValue, at path: JSONPointer) throws(JSONPatch.Refusal) {
        guard let last = path.tokens.last else {
            document = value
            return
        }
        try document.change(at: path.parent) { (parent) throws(JSONPatch.Refusal) in
            switch parent.taken() {
            case .object(var members):
                members[last] = value
                parent = .object(members)
            case .array(var values):
                let index = try last == "-" ? values.count : values.index(last, upTo: values.count, in: path)
                values.insert(value, at: index)
                parent = .array(values)
            default: throw JSONPatch.Refusal(.notFound(path))
            }
        }
    }

    private mutating func remove(at path: JSONPointer) throws(JSONPatch.Refusal) {
        guard let last = path.tokens.last else { throw JSONPatch.Refusal(.rootRemoved) }
        try document.change(at: path.parent) { (parent) throws(JSONPatch.Refusal) in
            switch parent.taken() {
            case .object(var members):
                guard members[last] != nil else { throw JSONPatch.Refusal(.notFound(path)) }
                members[last] = nil
                parent = .object(members)
            case .array(var values):
                values.remove(at: try values.index(last, upTo: values.count - 1, in: path))
                parent = .array(values)
            default: throw JSONPatch.Refusal(.notFound(path))
            }
        }
    }

    private mutating func weigh(_ value: JSONValue, at path: JSONPointer) throws(JSONPatch.Refusal) {
        try checkDepth(value, at: path, spending: &budget)
        guard budget > 0 else { throw JSONPatch.Refusal(.tooLarge(most: JSONPatch.mostCopied)) }
    }

    /// A value of the patch itself is as long as the patch, and costs nothing else.
    private func checkDepth(_ value: JSONValue, at path: JSONPointer) throws(JSONPatch.Refusal) {
        var plenty = Int.max
        try checkDepth(value, at: path, spending: &plenty)
    }

    private func checkDepth(
        _ value: JSONValue, at path: JSONPointer, spending budget: inout Int
    ) throws(JSONPatch.Refusal) {
        guard path.tokens.count + value.depth(spending: &budget) <= JSONValue.mostDepth else {
            throw JSONPatch.Refusal(.tooDeep(most: JSONValue.mostDepth))
        }
    }
}

extension JSONPointer {
    fileprivate var parent: Self { Self(tokens.dropLast()) }
}

extension JSONValue {
    /// How deep it is; stops looking when the budget is spent.
    fileprivate func depth(spending budget: inout Int) -> Int {
        budget -= 1
        switch self {
        case .string(let text): budget -= text.utf8.count
        case .number(let number): budget -= number.text.utf8.count
        case .array(let values):
            var deepest = 0
            for value in values where budget > 0 { deepest = max(deepest, value.depth(spending: &budget)) }
            return deepest + 1
        case .object(let members):
            var deepest = 0
            for (name, value) in members.inOrder where budget > 0 {
                budget -= name.utf8.count
                deepest = max(deepest, value.depth(spending: &budget))
            }
            return deepest + 1
        case .null, .boolean: break
        }
        return 0
    }
}
