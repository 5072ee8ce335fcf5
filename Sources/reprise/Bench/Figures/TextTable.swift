/// Figures in rows and columns, for a person to read.
struct TextTable: Sendable, Equatable {
    /// What was measured and how, above the table.
    let title: String
    let head: [String]
    private(set) var rows: [[String]] = []

    init(_ title: String, head: [String]) {
        self.title = title
        self.head = head
    }

    /// Adds a row of as many cells as the head has.
    mutating func add(_ cells: String...) { add(cells) }

    /// Adds a row of as many cells as the head has.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == head.count, "A row of another width")
        rows.append(cells)
    }

    /// The table as text; names stand to the left of their column, figures to the right.
    var text: String {
        let widths = head.indices.map { column in
            ([head] + rows).map { $0[column].count }.max() ?? 0
        }
        let lines = ([head] + rows).map { cells in
            let padded = zip(cells, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + space : space + cell.0
            }
            return "  " + padded.joined(separator: "   ")
        }
        return ([title] + lines).joined(separator: "\n")
    }
}
