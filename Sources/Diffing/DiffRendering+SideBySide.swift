extension DiffRendering {
    /// Both texts beside each other, line by line; changed lines have a `|` between them.
    ///
    /// - Parameter width: Of the old side, in columns of a terminal; longer lines push the new side on.
    package func sideBySide(_ segments: [DiffSegment], width: Int) -> String {
        var rows: [(old: Side, new: Side, isChanged: Bool)] = [(Side(), Side(), false)]
        for segment in segments {
            let old = segment.old.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let new = segment.new.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for index in 0..<max(old.count, new.count) {
                if index > 0 { rows.append((Side(), Side(), false)) }
                let last = rows.count - 1
                let isChanged = segment.kind != .equal
                rows[last].isChanged = rows[last].isChanged || isChanged
                if index < old.count {
                    rows[last].old.append(String(old[index]), isChanged ? marksDeletion : nil)
                }
                if index < new.count {
                    rows[last].new.append(String(new[index]), isChanged ? marksInsertion : nil)
                }
            }
        }
        return rows.map { row in
            let gap = String(repeating: " ", count: max(0, width - row.old.width))
            return "\(row.old.text)\(gap) \(row.isChanged ? "|" : " ") \(row.new.text)"
        }.joined(separator: "\n")
    }

    private var marksDeletion: (String) -> String {
        { text(of: [DiffSegment(kind: .delete, old: $0, new: "")]) }
    }

    private var marksInsertion: (String) -> String {
        { text(of: [DiffSegment(kind: .insert, old: "", new: $0)]) }
    }

    /// A line of one side, with the marks that do not count for its width.
    private struct Side {
        var text = ""
        var width = 0

        mutating func append(_ part: String, _ mark: ((String) -> String)?) {
            guard !part.isEmpty else { return }
            let plain = DiffRendering.plain.text(of: [DiffSegment(kind: .equal, old: part, new: part)])
            text += mark?(part) ?? plain
            width +=
                mark == nil
                ? plain.columns
                : DiffRendering.plain.text(of: [DiffSegment(kind: .delete, old: part, new: "")]).columns
        }
    }
}

extension String {
    /// Columns of a terminal: two for Hangul, ideographs, kana and emoji (UAX 11), one for the rest.
    fileprivate var columns: Int { reduce(0) { $0 + ($1.isWide ? 2 : 1) } }
}

extension Character {
    fileprivate var isWide: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3: return true
        case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return true
        default: return scalar.properties.isEmojiPresentation
        }
    }
}
