import Domain
import HTTPServer
import Studio

/// What recurs, what came of it, and how fast it went, drawn on the server.
struct InsightsRoom {
    let figures: TeamFigures
    let input: Input

    var page: RoomPage {
        guard !figures.prompts.isEmpty else {
            return RoomPage(
                .insights, [.element("p", ["class": "empty"], [.text(said(RoomWords.nothingYet))])], of: input
            )
        }
        let note = RoomWords.counted(prompts: figures.prompts.count, videos: figures.jobs.count)
        return RoomPage(
            .insights,
            [
                .element("p", ["class": "quiet"], [.text(said(note))]),
                panel(RoomWords.recurring, recurring), panel(RoomWords.outcomes, [outcomes, approvals]),
                panel(RoomWords.cacheRate, [cache]), panel(RoomWords.videos, [times, substitutes]),
                panel(RoomWords.byDay, [days]),
            ], of: input)
    }

    private func said(_ words: Words) -> String { words.said(in: input.language) }

    private func panel(_ title: Words, _ pieces: [HTML]) -> HTML {
        .element("section", ["class": "panel"], [.element("h2", said(title))] + pieces)
    }

    private var recurring: [HTML] {
        guard !figures.rules.isEmpty else {
            return [.element("p", ["class": "empty"], [.text(said(RoomWords.noRecurring))])]
        }
        let bars = figures.rules.prefix(12).map { rule in
            BarChart.Bar(
                name: [rule.from, rule.to].filter { !$0.isEmpty }.joined(separator: " → "),
                value: Double(rule.support), text: "\(rule.support) / \(rule.occasions)")
        }
        let chart = BarChart(caption: nil, title: said(RoomWords.recurring), bars: bars).html
        return [wide(chart), .element("ul", figures.rules.prefix(12).map(told))]
    }

    /// A rule with what became of it.
    private func told(_ rule: EditRule) -> HTML {
        let back = rule.reverted > 0 ? " · \(said(RoomWords.takenBack)) \(rule.reverted)" : ""
        return .element(
            "li", ["dir": "auto"], [.text(rule.sentence(in: input.language.language) + back)])
    }

    private var outcomes: HTML {
        chart(
            nil, RoomWords.outcomes,
            figures.outcomes.map { ("\(said(RoomWords.of($0.outcome)))", Double($0.count), "\($0.count)") })
    }

    private var approvals: HTML {
        let shares = [
            (RoomWords.approvedEdited, figures.approvedShare(isEdited: true)),
            (RoomWords.approvedUnedited, figures.approvedShare(isEdited: false)),
        ]
        return chart(
            RoomWords.edited, RoomWords.edited,
            shares.compactMap { words, share in
                share.map { (said(words), $0, "\(Int(($0 * 100).rounded())) %") }
            })
    }

    private var cache: HTML {
        let memory = figures.cache.memory
        return chart(
            nil, RoomWords.cacheRate,
            [
                (said(RoomWords.hits), Double(memory.hits), "\(memory.hits)"),
                (said(RoomWords.misses), Double(memory.misses), "\(memory.misses)"),
            ])
    }

    private var times: HTML {
        chart(
            RoomWords.renderTimes, RoomWords.renderTimes,
            figures.secondsByProvider.map {
                ("\($0.provider) (\($0.count))", $0.seconds, "\(Self.oneDecimal($0.seconds)) s")
            })
    }

    private var substitutes: HTML {
        .element(
            "p", ["class": "quiet"],
            [.text("\(said(RoomWords.substitutes)): \(figures.substitutes) / \(figures.jobs.count)")])
    }

    private var days: HTML {
        chart(nil, RoomWords.byDay, figures.byDay.map { ($0.day, Double($0.count), "\($0.count)") })
    }

    /// - Parameters:
    ///   - caption: What stands above it; nil where the panel's title says it.
    ///   - title: What is said of it to those who do not see it.
    private func chart(
        _ caption: Words?, _ title: Words, _ rows: [(name: String, value: Double, text: String)]
    ) -> HTML {
        wide(
            BarChart(
                caption: caption.map(said), title: said(title),
                bars: rows.map { BarChart.Bar(name: $0.name, value: $0.value, text: $0.text) }
            ).html)
    }

    /// What may be wider than a phone scrolls by itself.
    private func wide(_ piece: HTML) -> HTML { .element("div", ["class": "wide"], [piece]) }

    private static func oneDecimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
