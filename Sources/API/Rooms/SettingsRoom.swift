import Domain
import HTTPServer

/// How the parts of the service are doing, what it learnt from edits, and what labels ask for.
struct SettingsRoom {
    let parts: [PartStatus]
    let rules: [EditRule]
    let labelRules: [LabelRule]
    let input: Input

    var page: RoomPage {
        RoomPage(
            .settings,
            [
                panel(RoomWords.rules, rules.isEmpty ? [noRules] : rules.map(card)),
                panel(RoomWords.labelRules, labelRules.map(told) + [ruling]),
                panel(RoomWords.parts, [table]),
            ], of: input)
    }

    private func said(_ words: Words) -> String { words.said(in: input.language) }

    private func panel(_ title: Words, _ pieces: [HTML]) -> HTML {
        .element("section", ["class": "panel"], [.element("h2", said(title))] + pieces)
    }

    private var noRules: HTML { .element("p", ["class": "empty"], [.text(said(RoomWords.noRules))]) }

    private func card(_ rule: EditRule) -> HTML {
        let scope = rule.scope == .workspace ? RoomWords.team : RoomWords.mine
        let form = RoomForm("/v1/preferences/\(rule.id)", of: input).html(
            [RoomForm.Field.hidden("on", "\(!rule.isOn)")],
            button: rule.isOn ? RoomWords.switchOff : RoomWords.switchOn)
        return .element(
            "div", ["class": "row rule"],
            [
                .element(
                    "p",
                    [
                        .element("span", ["class": "tag"], [.text(said(scope))]), .text(" "),
                        .element(
                            rule.isOn ? "span" : "del", ["dir": "auto"],
                            [
                                .text(rule.sentence(in: input.language.language))
                            ]),
                    ]),
                form,
            ])
    }

    private func told(_ rule: LabelRule) -> HTML {
        var words = "\(said(RoomWords.approvals)): \(rule.requiredApprovals)"
        if rule.isProtected { words += " · \(said(RoomWords.protected))" }
        return .element("p", [.element("code", rule.label.rawValue), .text(" " + words)])
    }

    private var ruling: HTML {
        RoomForm("/v1/label-rules/production", of: input).html(
            [
                RoomForm.Field.choice(
                    "approvals", said(RoomWords.approvals), (0...3).map { ("\($0)", "\($0)") }, chosen: "1"),
                RoomForm.Field.choice(
                    "protected", said(RoomWords.protected),
                    [("false", said(RoomWords.no)), ("true", said(RoomWords.yes))]),
            ], button: RoomWords.setRule)
    }

    private var table: HTML {
        let head = [RoomWords.part, RoomWords.state, RoomWords.detail].map { HTML.element("th", said($0)) }
        return .element(
            "div", ["class": "wide"],
            [
                .element(
                    "table",
                    [.element("thead", [.element("tr", head)]), .element("tbody", parts.map(row))])
            ])
    }

    private func row(_ part: PartStatus) -> HTML {
        .element(
            "tr",
            [
                .element("th", ["scope": "row"], [.text(part.name)]),
                .element(
                    "td", ["class": "is-\(part.state.rawValue)"], [.text(said(RoomWords.of(part.state)))]),
                .element("td", ["dir": "auto"], [.text(part.detail)]),
            ])
    }
}
