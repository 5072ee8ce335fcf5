package import Domain

extension JSONPatch {
    /// The way from one document to another.
    ///
    /// What is taken away or replaced is tested first, and an array before its places shift, so that
    /// the patch is refused by a document that somebody else has changed there. That a member is not
    /// there yet is something RFC 6902 cannot test.
    ///
    /// - Returns: A patch with `apply(to: old) == new`, empty for equal documents.
    package init(from old: JSONValue, to new: JSONValue) {
        var writer = PatchWriter()
        writer.compare(old, new, at: JSONPointer([]), isTested: false)
        guard writer.operations.count <= Self.mostOperations else {
            operations = [.test(JSONPointer([]), old), .replace(JSONPointer([]), new)]
            return
        }
        operations = writer.operations
    }
}

/// The operations found so far.
private struct PatchWriter {
    var operations: [JSONPatch.Operation] = []

    /// - Parameter isTested: Whether a test of something around it covers the place already.
    mutating func compare(_ old: JSONValue, _ new: JSONValue, at path: JSONPointer, isTested: Bool) {
        switch (old, new) {
        case (.object(let old), .object(let new)): compare(old, new, at: path, isTested: isTested)
        case (.array(let old), .array(let new)): compare(old, new, at: path, isTested: isTested)
        default:
            guard old != new else { return }
            if !isTested { operations.append(.test(path, old)) }
            operations.append(.replace(path, new))
        }
    }

    private mutating func compare(
        _ old: JSONObject, _ new: JSONObject, at path: JSONPointer, isTested: Bool
    ) {
        var added = new.inOrder.filter { old[$0.name] == nil }
        for (name, value) in old.inOrder {
            if let other = new[name] {
                compare(value, other, at: path + name, isTested: isTested)
                continue
            }
            if !isTested { operations.append(.test(path + name, value)) }
            if let index = added.firstIndex(where: { $0.value == value }) {
                operations.append(.move(from: path + name, to: path + added.remove(at: index).name))
            } else {
                operations.append(.remove(path + name))
            }
        }
        for (name, value) in added { operations.append(.add(path + name, value)) }
    }

    /// Works from the end to the start, so that the places in front stay where they are.
    private mutating func compare(
        _ old: [JSONValue], _ new: [JSONValue], at path: JSONPointer, isTested: Bool
    ) {
        guard old != new else { return }
        var isTested = isTested
        if !isTested, old.count != new.count {
            operations.append(.test(path, .array(old)))
            isTested = true
        }
        var numbers: [JSONValue: Int32] = [:]
        func number(_ value: JSONValue) -> Int32 {
            let known = numbers[value] ?? Int32(numbers.count)
            numbers[value] = known
            return known
        }
        let script = EditScript(old: old.map(number), new: new.map(number), effort: 2_000_000)
        // As many in as out: a replacement in place says more than a shift.
        let hunks = old.count == new.count ? [Hunk(old: old.indices, new: new.indices)] : script.hunks
        for hunk in hunks.reversed() { rewrite(hunk, old, new, at: path, isTested: isTested) }
    }

    private mutating func rewrite(
        _ hunk: Hunk, _ old: [JSONValue], _ new: [JSONValue], at path: JSONPointer, isTested: Bool
    ) {
        let paired = min(hunk.old.count, hunk.new.count)
        for index in hunk.old.dropFirst(paired).reversed() {
            operations.append(.remove(path + String(index)))
        }
        for (place, index) in hunk.new.dropFirst(paired).enumerated() {
            operations.append(.add(path + String(hunk.old.lowerBound + paired + place), new[index]))
        }
        for (left, right) in zip(hunk.old.prefix(paired), hunk.new.prefix(paired)) {
            compare(old[left], new[right], at: path + String(left), isTested: isTested)
        }
    }
}
