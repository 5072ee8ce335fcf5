import Domain

/// The revisions of a prompt as a picture: a lane for each branch, the newest on top, merges as second lines.
struct RevisionTree {
    private let revisions: [Revision]
    private let lanes: [ReferenceName: Int]
    private let labels: [Int: [String]]
    private let language: AnswerLanguage

    private static let rowHeight = 32
    private static let laneWidth = 22
    private static let radius = 6

    init(_ revisions: [Revision], labels: [Label], language: AnswerLanguage) {
        self.revisions = revisions.sorted { $0.number > $1.number }
        self.language = language
        self.labels = Dictionary(grouping: labels, by: \.revision).mapValues { $0.map(\.name.rawValue) }
        var lanes: [ReferenceName: Int] = [.main: 0]
        for revision in revisions.sorted(by: { $0.number < $1.number }) where lanes[revision.branch] == nil {
            lanes[revision.branch] = lanes.count
        }
        self.lanes = lanes
    }

    var html: HTML {
        let height = revisions.count * Self.rowHeight
        return .element(
            "svg",
            [
                "class": "tree", "role": "group", "viewBox": "0 0 480 \(max(height, Self.rowHeight))",
                "width": "480", "height": "\(max(height, Self.rowHeight))",
                "aria-label": RoomWords.treeOf(revisions.count, branches: lanes.count).said(in: language),
            ], lines + revisions.enumerated().map { row(of: $1, at: $0) })
    }

    private var lines: [HTML] {
        let rows = Dictionary(uniqueKeysWithValues: revisions.enumerated().map { ($1.number, $0) })
        let byNumber = Dictionary(uniqueKeysWithValues: revisions.map { ($0.number, $0) })
        return revisions.flatMap { revision in
            revision.parents.compactMap { parent in
                guard let from = rows[revision.number], let to = rows[parent], let older = byNumber[parent]
                else { return nil }
                let isMerge = parent == revision.mergedFrom
                return line((x(of: revision), y(ofRow: from)), (x(of: older), y(ofRow: to)), isMerge: isMerge)
            }
        }
    }

    private func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), isMerge: Bool) -> HTML {
        let bend = Self.rowHeight / 2
        let path =
            "M\(from.x) \(from.y)C\(from.x) \(from.y + bend) \(to.x) \(to.y - bend) \(to.x) \(to.y)"
        return .element("path", ["d": path, "class": isMerge ? "merge" : "line"], [])
    }

    private func row(of revision: Revision, at row: Int) -> HTML {
        let (x, y) = (x(of: revision), y(ofRow: row))
        let words =
            [
                RoomWords.revision(revision.number).said(in: language), revision.author,
                revision.branch == .main ? nil : revision.branch.rawValue,
            ].compactMap(\.self) + (labels[revision.number] ?? []).map { "[\($0)]" }
        return .element(
            "a", ["href": "#r\(revision.number)"],
            [
                .element("circle", ["cx": "\(x)", "cy": "\(y)", "r": "\(Self.radius)"], []),
                .element(
                    "text", ["x": "\(lanes.count * Self.laneWidth + 14)", "y": "\(y + 4)"],
                    [.text(words.joined(separator: " · "))]),
            ])
    }

    private func x(of revision: Revision) -> Int { (lanes[revision.branch] ?? 0) * Self.laneWidth + 12 }

    private func y(ofRow row: Int) -> Int { row * Self.rowHeight + Self.rowHeight / 2 }
}
