/// The growth of a store's times as a picture.
struct StoreGrowthPlot {
    let rows: [StoreGrowth.Row]
    let name: String

    private var lines: [(name: String, colour: String, value: (StoreGrowth.Row) -> Double)] {
        [
            ("prompt", "#0072b2", { $0.head }), ("all revisions", "#56b4e9", { $0.revisions }),
            ("page of 20", "#009e73", { $0.page }), ("search", "#d55e00", { $0.search }),
            ("search with filters", "#cc79a7", { $0.filtered }),
        ]
    }

    var svg: String {
        SizePlot(
            title: "\(name): ms that 99 of 100 calls stay within, by prompts", sizes: rows.map(\.prompts),
            lines: lines.map { line in
                SizePlot.Line(name: line.name, colour: line.colour, milliseconds: rows.map(line.value))
            }
        ).svg
    }
}
