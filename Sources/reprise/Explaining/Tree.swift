/// A text with texts below it, drawn with lines.
struct Tree {
    let text: String
    var branches: [Tree] = []

    init(_ text: String, _ branches: [Tree] = []) {
        self.text = text
        self.branches = branches
    }

    /// The lines of the whole tree.
    var lines: [String] {
        var lines = [text]
        for (index, branch) in branches.enumerated() {
            let isLast = index == branches.count - 1
            for (row, line) in branch.lines.enumerated() {
                lines.append((row == 0 ? (isLast ? "└─ " : "├─ ") : (isLast ? "   " : "│  ")) + line)
            }
        }
        return lines
    }
}
