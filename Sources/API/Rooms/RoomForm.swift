import HTTPServer

/// A form on a room's page: it asks the API for one thing, and leads back to where it stands.
struct RoomForm {
    /// The field that names the page to come back to.
    static let backField = "_back"

    private let action: String
    private let method: HTTPMethod
    private let input: Input

    init(_ action: String, as method: HTTPMethod = .post, of input: Input) {
        self.action = action
        self.method = method
        self.input = input
    }

    /// Where a form leads when what it asked for was done; nil for what no room sent.
    static func wayBack(of input: Input, after response: HTTPResponse) -> HTTPResponse? {
        guard response.status < 300, ![.get, .head].contains(input.request.method),
            let back = input.body.string(backField).flatMap({ OwnPath($0) })
        else { return nil }
        return HTTPResponse(status: 303, headers: ["Location": back.text, "Cache-Control": "no-store"])
    }

    /// The form with its fields and its button.
    ///
    /// - Parameter isMain: Whether it is what the page is for.
    func html(_ fields: [HTML], button: Words, isMain: Bool = false, key: String? = nil) -> HTML {
        var attributes: HTML.Attributes = ["type": "submit", "class": isMain ? "primary" : "secondary"]
        if let key { attributes["data-key"] = key }
        let send = HTML.element("button", attributes, [.text(button.said(in: input.language))])
        return .element(
            "form",
            ["action": action, "method": "post", "accept-charset": "utf-8", "class": "row-form"],
            hidden + fields + [send])
    }

    private var hidden: [HTML] {
        var fields = [Self.backField: input.request.target]
        if method != .post { fields[ReadableForm.methodField] = method.rawValue }
        if !input.caller.formToken.isEmpty { fields[Door.formField] = input.caller.formToken }
        return fields.sorted { $0.key < $1.key }.map { Field.hidden($0.key, $0.value) }
    }
}

extension RoomForm {
    /// The pieces of a form.
    enum Field {
        static func hidden(_ name: String, _ value: String) -> HTML {
            .element("input", ["type": "hidden", "name": name, "value": value], [])
        }

        static func line(
            _ name: String, _ label: String, value: String = "", maximum: Int, isRequired: Bool = false
        ) -> HTML {
            var attributes: HTML.Attributes = [
                "name": name, "value": value, "maxlength": "\(maximum)", "dir": "auto", "autocomplete": "off",
            ]
            if isRequired { attributes["required"] = "" }
            return labelled(label, .element("input", attributes, []))
        }

        static func text(_ name: String, _ label: String, isRequired: Bool = true) -> HTML {
            var attributes: HTML.Attributes = ["name": name, "rows": "2", "dir": "auto"]
            if isRequired { attributes["required"] = "" }
            return labelled(label, .element("textarea", attributes, []))
        }

        static func choice(
            _ name: String, _ label: String, _ options: [(value: String, name: String)], chosen: String = ""
        ) -> HTML {
            let options = options.map { option in
                var attributes: HTML.Attributes = ["value": option.value]
                if option.value == chosen { attributes["selected"] = "" }
                return HTML.element("option", attributes, [.text(option.name)])
            }
            return labelled(label, .element("select", ["name": name], options))
        }

        private static func labelled(_ label: String, _ control: HTML) -> HTML {
            .element("label", ["class": "field"], [.element("span", label), control])
        }
    }
}
